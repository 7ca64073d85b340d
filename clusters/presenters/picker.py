"""Choosing industries for a cluster: what is in it, and what was found."""

from dataclasses import dataclass

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from analytics import presenters as words
from clusters import queries
from clusters.models import ClusterIndustry
from clusters.presenters.tables import also_in
from core.problems import Problem

FIRST = 40  # how many are listed before somebody searches


class Order(models.TextChoices):
    """The column of the NAICS table that sorts the list."""

    JOBS = "employment_end", _lazy("Most jobs")
    QUOTIENT = "lq_end", _lazy("Highest quotient")
    GROWTH = "growth", _lazy("Fastest growth")
    CODE = "naics", _lazy("Code")


@dataclass(frozen=True)
class RoleButton:
    """Puts the industry into the cluster in a role, or gives it that role."""

    value: str
    label: str
    action: str
    url: str
    current: bool


@dataclass(frozen=True)
class Choice:
    """One industry that can be chosen, in words, with its buttons."""

    code: str
    title: str
    figures: str
    note: str
    roles: list
    remove: str
    remove_url: str  # '' where it is not in the cluster


def page(cluster, wanted):
    """The context of the page; `wanted` has the words of the search in `q`, and the `order`."""
    industries, problem = all_industries(cluster.initiative)
    found = in_order(matching(industries, wanted["q"]), wanted["order"])
    shown = found if wanted["q"] else found[:FIRST]
    choices = Choices(cluster)
    return {
        "cluster": cluster,
        "wanted": wanted,
        "problem": problem,
        "chosen": choices.chosen(industries),
        "choices": [choices.of(record) for record in shown],
        "counted": counted(len(shown), len(found), len(industries)),
    }


def counted(shown, found, everything):
    """What is listed, of how many."""
    if not found:
        return _("No industry has these words or digits. Try one word of the title.")
    if shown < found:
        return _("The first %(shown)s of %(all)s industries. Search to see others.") % {
            "shown": shown,
            "all": everything,
        }
    return _("%(found)s of %(all)s industries.") % {"found": found, "all": everything}


def all_industries(initiative):
    """(records of the region's NAICS table, None), or all codes without figures and the problem."""
    try:
        return queries.industries_to_choose(initiative), None
    except Problem as problem:
        titles = queries.industry_titles()
        return [{"naics": code, "title": title} for code, title in titles.items()], problem


def matching(industries, text):
    """The industries whose code begins with, or whose title holds, every word of the text."""
    words_sought = text.casefold().split()
    return [
        record
        for record in industries
        if all(
            record["naics"].startswith(word) or word in record["title"].casefold()
            for word in words_sought
        )
    ]


def in_order(industries, column):
    """By code, or by a figure from the largest to the smallest, the unknown last."""
    if column == Order.CODE:
        return sorted(industries, key=lambda record: record["naics"])
    return sorted(
        industries,
        key=lambda record: -record[column] if words.known(record.get(column)) else float("inf"),
    )


class Choices:
    """Makes the Choice of an industry for one cluster."""

    def __init__(self, cluster):
        self.place = (cluster.initiative.slug, cluster.slug)
        self.roles = {industry.naics: industry.role for industry in cluster.industries.all()}
        self.shared = queries.in_other_clusters(cluster)

    def chosen(self, industries):
        """What is in the cluster, by code; also an industry that the region does not have."""
        known = {record["naics"]: record for record in industries}
        titles = queries.industry_titles()
        return [
            self.of(known.get(code, {"naics": code, "title": titles.get(code, "")}))
            for code in sorted(self.roles)
        ]

    def of(self, record):
        code, title = record["naics"], record["title"]
        current = self.roles.get(code)
        return Choice(
            code=code,
            title=title,
            figures=in_short(record),
            note=also_in(self.shared.get(code, [])),
            roles=[self.button(code, title, role, current) for role in ClusterIndustry.Role],
            remove=_("Take out %(code)s %(title)s") % {"code": code, "title": title},
            remove_url=self.url("industry_remove", code) if current else "",
        )

    def button(self, code, title, role, current):
        sentence = _("%(role)s: %(code)s %(title)s")
        return RoleButton(
            value=role.value,
            label=role.label,
            action=sentence % {"role": role.label, "code": code, "title": title},
            url=self.url("industry_role" if current else "industry_add", code),
            current=role == current,
        )

    def url(self, name, code):
        return reverse(name, args=[*self.place, code])


def in_short(record):
    """Jobs, growth and quotient in one line; '' where there are no figures yet."""
    if "employment_end" not in record:
        return ""
    hidden = record["undisclosed_end"]
    return _("%(jobs)s jobs, growth %(growth)s, quotient %(quotient)s.") % {
        "jobs": words.jobs(record["employment_end"], hidden),
        "growth": words.growth(record["growth"]),
        "quotient": words.quotient(record["lq_end"], hidden),
    }
