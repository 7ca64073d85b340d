"""The thread from an industry to an outcome, read from either end.

Nothing here joins a card or a dot to a person or to an employer's industry: dots are totals,
the words of cards come sorted, and industries are those of everybody on the invitation list.
"""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import Count
from django.shortcuts import get_object_or_404

from mobilization.models import (
    CardLine,
    Decision,
    Meeting,
    Outcome,
    Plan,
    Priority,
    Requirement,
    Team,
)
from mobilization.queries.documents import groups_of

GROUP = "plan__team__priority__meeting__group"


class Behind(NamedTuple):
    """The cards behind some requirements: how many, their visions and their lines, sorted."""

    cards: int
    visions: list
    lines: list


class Invited(NamedTuple):
    """The people on a group's list who speak for one industry, and their organisations."""

    naics: str
    people: int
    organisations: list


def outcome_or_404(initiative, key):
    """An outcome of the initiative with everything above it."""
    outcomes = Outcome.objects.filter(**{f"{GROUP}__cluster__initiative": initiative})
    found = outcomes.select_related(
        f"{GROUP}__cluster__initiative",
        "plan__team__champion",
        "plan__team__convener",
        "plan__merged_into",
    )
    return get_object_or_404(found, pk=key)


def group_of_industry(initiative, slug, naics):
    """The group of the initiative's cluster with this slug, if the industry is in it; else 404."""
    return get_object_or_404(
        groups_of(initiative), cluster__slug=slug, cluster__industries__naics=naics
    )


def decisions_on(plans):
    """{plan id: the newest decision on it, also one that an edit has voided}"""
    decisions = Decision.objects.filter(version__plan__in=plans).annotate(
        member_count=Count("members_present", distinct=True),
        condition_count=Count("conditions", distinct=True),
    )
    found = decisions.select_related("version").defer("version__content")
    return {decision.version.plan_id: decision for decision in found.order_by("version__number")}


def requirements_of(meeting):
    """The requirements with their dots, most first; all of the list, also without a dot."""
    counted = Requirement.objects.filter(meeting=meeting).annotate(dot_count=Count("dots"))
    return counted.order_by("-dot_count", "text")


def requirements_in(priority):
    """Those of one priority area."""
    return requirements_of(priority.meeting).filter(priority_place__priority=priority)


def behind(requirements):
    """What the cards say that stand behind the requirements."""
    lines = CardLine.objects.filter(requirement__in=requirements).select_related("card")
    cards = {line.card_id: line.card for line in lines}
    return Behind(
        cards=len(cards),
        visions=sorted(card.vision for card in cards.values()),
        lines=sorted(getattr(line.card, line.line) for line in lines),
    )


def invited(group):
    """[Invited] by industry; last, under '', those whose industry nobody has entered."""
    people, organisations = defaultdict(int), defaultdict(set)
    for seat in group.seats.select_related("person__organisation"):
        organisation = seat.person.organisation
        naics = organisation.industry if organisation else ""
        people[naics] += 1
        organisations[naics].update([organisation.name] if organisation else [])
    order = sorted(people, key=lambda naics: (not naics, naics))
    return [Invited(naics, people[naics], sorted(organisations[naics])) for naics in order]


def first_meeting(group):
    return Meeting.objects.filter(group=group, number=1).first()


def priorities_of(meeting):
    counted = Priority.objects.filter(meeting=meeting)
    return counted.annotate(dot_count=Count("places__requirement__dots")).order_by("pk")


def teams_of(group):
    teams = Team.objects.filter(priority__meeting__group=group)
    return teams.select_related("priority__meeting", "champion", "convener").order_by("pk")


def plans_of(group):
    """The group's plans with their outcomes."""
    plans = Plan.objects.filter(team__priority__meeting__group=group)
    place = "team__priority__meeting__group__cluster__initiative"
    return plans.select_related(place, "merged_into").prefetch_related("outcomes").order_by("pk")
