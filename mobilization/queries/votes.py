"""Reading dots: totals for everybody, a ballot only for its person and for who types it in."""

from functools import cache
from typing import NamedTuple

from django.db.models import Count, F, FilteredRelation, OuterRef, Q, Subquery

from core.statements import Statement, blank
from mobilization.models import Ballot, Dot, Requirement
from mobilization.models.cards import Source


class Ranked(NamedTuple):
    """A requirement and its dots, which are as many people; ties share a rank (1, 2, 2, 4)."""

    requirement: Requirement
    dots: int
    rank: int


class Reconciliation(NamedTuple):
    """What came in, to be compared with who is in the room. Counts only."""

    present: int
    begun: int
    placed: int
    by_phone: int
    on_paper: int


def results(meeting):
    """[Ranked], most dots first; requirements without a dot stay, in the order of the list."""
    listed = meeting.requirements.select_related("category")
    counted = listed.annotate(dot_count=Count("dots")).order_by("-dot_count", "pk")
    ranked, rank = [], 0
    for place, requirement in enumerate(counted, start=1):
        if not ranked or requirement.dot_count < ranked[-1].dots:
            rank = place
        ranked.append(Ranked(requirement, requirement.dot_count, rank))
    return ranked


def reconciliation(meeting):
    """People present, ballots begun, and dots by the way they came."""
    dots = Dot.objects.filter(ballot__meeting=meeting)
    counts = dots.aggregate(
        placed=Count("pk"),
        begun=Count("ballot", distinct=True),
        by_phone=Count("pk", filter=Q(source=Source.PHONE)),
        on_paper=Count("pk", filter=Q(source=Source.PAPER)),
    )
    return Reconciliation(present=meeting.attendances.count(), **counts)


def begun(meeting):
    """{person id: (dots placed, of them on paper)} of the ballots that have a dot."""
    on_paper = Count("dots", filter=Q(dots__source=Source.PAPER))
    counted = meeting.ballots.annotate(placed=Count("dots"), on_paper=on_paper)
    rows = counted.filter(placed__gt=0).values_list("person_id", "placed", "on_paper")
    return {person: (placed, on_paper) for person, placed, on_paper in rows}


def line_of(meeting, person, requirement):
    """(dots that the person has left, the offer beside their dot here or None without a dot)."""
    values = {"meeting": meeting.pk, "person": person.pk, "requirement": requirement.pk}
    return finding_lines().row(**values) or (meeting.dots_each, None)


@cache
def finding_lines():
    here = FilteredRelation("dots", condition=Q(dots__requirement=blank("requirement")))
    ballots = Ballot.objects.filter(meeting=blank("meeting"), person=blank("person"))
    return Statement(ballots.annotate(here=here).values_list("dots_left", "here__offer"))


def ballot_lines(meeting):
    """The requirements in the order of the list, with `category_name` and `category_position`."""
    return with_category(meeting.requirements.order_by("pk"))


def with_category(requirements):
    return requirements.annotate(
        category_name=F("category__name"), category_position=F("category__position")
    )


def requirement(meeting, pk):
    """The Requirement with this id, its category as above and its `number` on the list, or None."""
    return finding_requirements().record(meeting=meeting.pk, pk=pk)


@cache
def finding_requirements():
    listed = Requirement.objects.filter(meeting=OuterRef("meeting"), pk__lte=OuterRef("pk"))
    number = listed.order_by().values("meeting").annotate(number=Count("pk")).values("number")
    found = Requirement.objects.filter(meeting=blank("meeting"), pk=blank("pk"))
    return Statement(with_category(found).annotate(number=Subquery(number)))


def own_dots(meeting, person):
    """{requirement id: (source, offer)} of one person's dots."""
    dots = Dot.objects.filter(ballot__meeting=meeting, ballot__person=person)
    rows = dots.values_list("requirement_id", "source", "offer")
    return {requirement: (source, offer) for requirement, source, offer in rows}
