"""Reading dots: totals for everybody, a ballot only for its person and for who types it in."""

from functools import cache
from typing import NamedTuple

from django.db.models import Count, F, FilteredRelation, OuterRef, Q, Subquery

from core.statements import Statement, blank
from mobilization.models import Ballot, Dot, Requirement
from mobilization.queries.meetings import own_version


class Ranked(NamedTuple):
    """A requirement and its dots, which are as many people.

    Ties share a rank (1, 2, 2, 4); what has no dot has no rank, None.
    """

    requirement: Requirement
    dots: int
    rank: int | None


class Reconciliation(NamedTuple):
    """What came in, to be compared with who is in the room. Counts only."""

    present: int
    begun: int
    placed: int
    by_phone: int
    on_paper: int
    spoken: int


class Line(NamedTuple):
    """The dots that a person has left, and the offer beside the one here: None without a dot.

    `words_before` are those that the dot was placed on, where the requirement says others now.
    """

    dots_left: int
    offer: str | None
    words_before: str = ""


class Own(NamedTuple):
    """A dot on somebody's ballot, as it is read for them; without one all is empty."""

    source: str = ""
    offer: str | None = None
    words_before: str = ""


def results(meeting):
    """[Ranked], most dots first; requirements without a dot stay, in the order of the list."""
    listed = meeting.requirements.select_related("category")
    counted = listed.annotate(dot_count=Count("dots")).order_by("-dot_count", "pk")
    ranked, rank = [], 0
    for place, requirement in enumerate(counted, start=1):
        if not ranked or requirement.dot_count < ranked[-1].dots:
            rank = place
        dots = requirement.dot_count
        ranked.append(Ranked(requirement, dots, rank if dots else None))
    return ranked


def rewordings(meeting):
    """[{requirement, words_before, dots}]: dots that were placed on other words than stand now."""
    dots = Dot.objects.filter(ballot__meeting=meeting).exclude(words_before="")
    rows = dots.values_list("requirement__text", "words_before").annotate(Count("pk"))
    return [
        {"requirement": text, "words_before": before, "dots": count}
        for text, before, count in rows.order_by("requirement", "words_before")
    ]


def reconciliation(meeting):
    """People present, ballots begun, and dots by the way they came."""
    dots = Dot.objects.filter(ballot__meeting=meeting)
    counts = dots.aggregate(
        placed=Count("pk"),
        begun=Count("ballot", distinct=True),
        by_phone=Count("pk", filter=Q(source=Dot.Source.PHONE)),
        on_paper=Count("pk", filter=Q(source=Dot.Source.PAPER)),
        spoken=Count("pk", filter=Q(source=Dot.Source.SPOKEN)),
    )
    return Reconciliation(present=meeting.attendances.count(), **counts)


def begun(meeting):
    """{person id: {source: how many dots came by it}} of the ballots that have a dot."""
    dots = Dot.objects.filter(ballot__meeting=meeting).order_by()
    found = {}
    for person, source, count in dots.values_list("ballot__person", "source").annotate(Count("pk")):
        found.setdefault(person, {})[source] = count
    return found


def line_of(meeting, person, requirement):
    """The Line of the person's ballot at this requirement."""
    values = {"meeting": meeting.pk, "person": person.pk, "requirement": requirement.pk}
    left, offer, before = finding_lines().row(**values) or (meeting.dots_each, None, None)
    return Line(left, offer, before or "")


LINE = "dots_left", "here__offer", "here__words_before"


@cache
def finding_lines():
    here = FilteredRelation("dots", condition=Q(dots__requirement=blank("requirement")))
    ballots = Ballot.objects.filter(meeting=blank("meeting"), person=blank("person"))
    return Statement(ballots.annotate(here=here).values_list(*LINE))


def ballot_lines(meeting):
    """The requirements in the order of the list, with `category_name` and `category_position`."""
    return listing().records(meeting=meeting.pk)


@cache
def listing():
    listed = Requirement.objects.filter(meeting=blank("meeting"))
    return Statement(with_category(listed.order_by("pk")))


def with_category(requirements):
    return requirements.annotate(
        category_name=F("category__name"), category_position=F("category__position")
    )


def requirement_in_room(person, meeting, pk):
    """The Requirement `pk` of the meeting with the id `meeting`, or None without a seat in it.

    With its category as above and its `number` on the list; its meeting has the `own_version` of
    the person. In one trip to the database, as a whole room asks at one moment.
    """
    found = finding_requirements().record(person=person.pk, meeting=meeting, pk=pk)
    if found:
        found.meeting.own_version = found.own_version
    return found


@cache
def finding_requirements():
    listed = Requirement.objects.filter(meeting=OuterRef("meeting"), pk__lte=OuterRef("pk"))
    number = listed.order_by().values("meeting").annotate(number=Count("pk")).values("number")
    found = Requirement.objects.filter(
        meeting=blank("meeting"), pk=blank("pk"), meeting__group__seats__person=blank("person")
    )
    return Statement(
        with_category(found)
        .annotate(number=Subquery(number))
        .annotate(own_version=own_version(OuterRef("meeting"), blank("person")))
        .select_related("meeting")
        .order_by()
    )


def own_dots(meeting, person):
    """{requirement id: Own} of one person's dots."""
    rows = finding_dots().rows(meeting=meeting.pk, person=person.pk)
    return {requirement: Own(*dot) for requirement, *dot in rows}


@cache
def finding_dots():
    dots = Dot.objects.filter(ballot__meeting=blank("meeting"), ballot__person=blank("person"))
    return Statement(dots.values_list("requirement_id", *Own._fields))
