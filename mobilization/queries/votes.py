"""Reading dots: totals for everybody, a ballot only for its person and for who types it in."""

from typing import NamedTuple

from django.db.models import Count, Q

from mobilization.models import Dot, Requirement
from mobilization.models.cards import Source
from mobilization.models.votes import DOTS


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
    counted = meeting.requirements.annotate(dot_count=Count("dots")).order_by("-dot_count", "pk")
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
    """The ids of the people whose ballot has a dot."""
    ballots = meeting.ballots.filter(dots__isnull=False)
    return set(ballots.values_list("person_id", flat=True))


def dots_left(meeting, person):
    """How many dots the person has left; all of them before the first one."""
    left = meeting.ballots.filter(person=person).values_list("dots_left", flat=True).first()
    return DOTS if left is None else left


def own_dots(meeting, person):
    """{requirement id: source} of one person's dots."""
    dots = Dot.objects.filter(ballot__meeting=meeting, ballot__person=person)
    return dict(dots.values_list("requirement_id", "source"))
