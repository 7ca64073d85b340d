"""Defining clusters (the Guide, Part I, Step 6). Each change leaves a row in the history."""

import uuid

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.text import slugify

from clusters import queries
from clusters.models import Cluster, ClusterIndustry
from core.problems import Problem
from core.workflow import record_move

# Words that stand in an address where the name of a cluster could stand.
RESERVED = {"new"}


@transaction.atomic
def define(*, initiative, name, description, by, industries=(), study=None, role=""):
    """Make a cluster, without industries or with those of the list and of a study, in one role.

    Raises Problem `cluster_name_taken`, `role_unknown`, `industry_unknown`.
    """
    cluster = Cluster(initiative=initiative, slug=address_for(name), name=name)
    cluster.description = description
    save(cluster)
    record_move(cluster, "define", before="", after="", note=name, by=by)
    for naics in industries:
        add_industry(cluster=cluster, naics=naics, role=role, by=by)
    if study:
        take_over(cluster=cluster, study=study, role=role, by=by)
    return cluster


@transaction.atomic
def rename(*, cluster, name, description, by):
    """Change name and description; the address stays. Raises Problem `cluster_name_taken`."""
    if (cluster.name, cluster.description) == (name, description):
        return cluster
    change = "describe" if cluster.name == name else "rename"
    cluster.name, cluster.description = name, description
    save(cluster)
    record_move(cluster, change, before="", after="", note=name, by=by)
    return cluster


@transaction.atomic
def add_industry(*, cluster, naics, role, by):
    """Put an industry into the cluster; sent twice, it is added once.

    Raises Problem `industry_unknown`, `role_unknown`, or `industry_in_cluster` where it has
    another role there.
    """
    require_role(role)
    if naics not in queries.industry_titles():
        raise Problem("industry_unknown", naics=naics)
    industry, added = cluster.industries.get_or_create(naics=naics, defaults={"role": role})
    if added:
        record_move(cluster, "add_industry", before="", after=role, note=naics, by=by)
    elif industry.role != role:
        known_as = industry.get_role_display()
        raise Problem("industry_in_cluster", naics=naics, cluster=cluster.name, role=known_as)
    return industry


@transaction.atomic
def take_over(*, cluster, study, role, by):
    """Put the industries that a study names into the cluster, all in one role.

    Those that are there already keep theirs. Returns how many were added. Raises Problem
    `role_unknown`.
    """
    require_role(role)
    there = set(cluster.codes)
    named = [code for code in queries.named_by(study) if code not in there]
    for code in named:
        add_industry(cluster=cluster, naics=code, role=role, by=by)
    record_move(cluster, "take_over", before="", after=role, note=study.title, by=by)
    return len(named)


@transaction.atomic
def change_role(*, cluster, naics, role, by):
    """Give an industry another role. Raises Problem `role_unknown`, `industry_not_in_cluster`."""
    require_role(role)
    industry = cluster.industries.filter(naics=naics).first()
    if industry is None:
        raise Problem("industry_not_in_cluster", naics=naics, cluster=cluster.name)
    before = industry.role
    # Of two people who change the same role at once, one finds it changed and leaves no row.
    if cluster.industries.filter(naics=naics, role=before).exclude(role=role).update(role=role):
        record_move(cluster, "change_role", before=before, after=role, note=naics, by=by)
    industry.refresh_from_db()
    return industry


@transaction.atomic
def remove_industry(*, cluster, naics, by):
    """Take an industry out of the cluster; one that is not there stays away."""
    removed, _by_model = cluster.industries.filter(naics=naics).delete()
    if removed:
        record_move(cluster, "remove_industry", before="", after="", note=naics, by=by)


@transaction.atomic
def delete(*, cluster, by):
    """Delete a cluster that nothing rests on. Raises Problem `cluster_in_use`."""
    record_move(cluster, "delete", before="", after="", note=cluster.name, by=by)
    try:
        cluster.delete()
    except ProtectedError:
        raise Problem("cluster_in_use", cluster=cluster.name) from None


def require_role(role):
    if role not in ClusterIndustry.Role.values:
        raise Problem("role_unknown")


def address_for(name):
    """The part of the address that stands for the cluster, at most 60 characters."""
    slug = slugify(name)[:60].strip("-")
    return slug if slug and slug not in RESERVED else f"cluster-{uuid.uuid4().hex[:8]}"


def save(cluster):
    try:
        with transaction.atomic():
            cluster.save()
    except IntegrityError:
        raise Problem("cluster_name_taken", name=cluster.name) from None
