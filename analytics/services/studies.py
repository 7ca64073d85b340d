"""The register of earlier cluster studies."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from analytics.models import Study
from analytics.sources import naics
from core.access import may
from core.problems import Problem, refused_as


@transaction.atomic
def add(*, initiative, by, codes, **facts):
    """Put a study into the register; `facts` are its other fields. Returns the Study.

    Raises Problem `study_known`, `code_of_no_revision`.
    """
    return store(Study(initiative=initiative, added_by=by), by=by, codes=codes, facts=facts)


@transaction.atomic
def change(*, study, by, codes, **facts):
    """Correct a study and its list. Raises Problem `study_known`, `code_of_no_revision`."""
    return store(study, by=by, codes=codes, facts=facts)


def store(study, *, by, codes, facts):
    if not may(by, "analytics.keep_studies", study.initiative):
        raise PermissionDenied
    refuse_unknown(codes, facts["revision"])
    for name, value in facts.items():
        setattr(study, name, value)
    with refused_as("study_known", title=study.title, year=study.year):
        study.save()
    study.industries.exclude(code__in=codes).delete()
    for code in codes:
        study.industries.get_or_create(code=code)
    return study


def refuse_unknown(codes, revision):
    """Raises Problem with the first codes that the revision has not."""
    wrong = [code for code in codes if revision not in naics.revisions_of(code)]
    if wrong:
        told = "; ".join(f"{code} ({in_words(code)})" for code in wrong[:5])
        raise Problem("code_of_no_revision", codes=told, revision=revision, count=len(wrong))


def in_words(code):
    """The revisions that have a code, as years."""
    return ", ".join(map(str, naics.revisions_of(code))) or "–"


@transaction.atomic
def remove(*, study, by):
    """Take a study out of the register; clusters that took over its list keep their industries."""
    if not may(by, "analytics.keep_studies", study.initiative):
        raise PermissionDenied
    study.delete()
