"""Reading priority areas with their dots and with the people behind them."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Count

from mobilization.models import Dot, Priority, Requirement


class Area(NamedTuple):
    """A priority area. Dots are more than people where somebody put several into one area."""

    priority: Priority
    dots: int
    people: int
    requirements: list[Requirement]


def with_dots(meeting):
    """[Area] in the order they were made, with the distinct people who put a dot into each."""
    counted = meeting.priorities.annotate(
        dot_count=Count("places__requirement__dots"),
        person_count=Count("places__requirement__dots__ballot__person", distinct=True),
    )
    return [
        Area(
            priority,
            priority.dot_count,
            priority.person_count,
            [place.requirement for place in priority.places.all()],
        )
        for priority in counted.order_by("pk").prefetch_related("places__requirement")
    ]


class Standing(NamedTuple):
    """Whether an area has a team or was passed over, the team's date, and how all draft."""

    has_team: int | None
    passed_over: bool
    next_date: datetime | None
    drafting: str


def standing(meeting):
    """[Standing] of the meeting's areas."""
    fields = ("teams", "passed_over", "teams__next_date", "meeting__drafting")
    return [Standing(*row) for row in meeting.priorities.order_by("pk").values_list(*fields)]


class NamedDot(NamedTuple):
    """A dot with the person who placed it: for the support team alone."""

    requirement: int
    area: int | None
    person: int
    name: str
    offer: str


def dots_by_name(meeting):
    """[NamedDot] of a meeting in the order of names."""
    person = "ballot__person"
    place = "requirement__priority_place__priority"
    dots = Dot.objects.filter(requirement__meeting=meeting).order_by(f"{person}__name", person)
    return [
        NamedDot(*values)
        for values in dots.values_list("requirement", place, person, f"{person}__name", "offer")
    ]


def area_of(meeting):
    """{requirement id: name of its priority area}."""
    places = meeting.priorities.values_list("places__requirement", "name")
    return {requirement: name for requirement, name in places if requirement}


def requirements_of(priority):
    """The texts of the requirements in one area, in the order of the list."""
    places = priority.places.order_by("requirement__pk")
    return places.values_list("requirement__text", flat=True)
