"""What the pages say of dots: one's own while the vote is open, totals once it is closed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from mobilization.models import Requirement
from mobilization.models.votes import DOTS
from mobilization.presenters.meetings import organisation_of
from mobilization.queries import meetings
from mobilization.queries import votes as queries


@dataclass(frozen=True)
class Place:
    """A requirement on a ballot, and whether this ballot has a dot on it."""

    pk: int
    text: str
    category: str
    has_dot: bool


@dataclass(frozen=True)
class Voter:
    """Somebody in the room, and whether there is a dot on their ballot yet."""

    person_id: int
    name: str
    organisation: str
    has_begun: bool


@dataclass(frozen=True)
class Row:
    """A requirement in the ranking."""

    pk: int
    rank: str
    text: str
    dots: int
    area: str


def ballot(meeting, person, sources):
    """The list with the dots of one person that came by `sources`, and what is left."""
    own = queries.own_dots(meeting, person)
    places = [
        place_of(requirement, own.get(requirement.pk) in sources)
        for requirement in meeting.requirements.order_by("pk")
    ]
    elsewhere = sum(source not in sources for source in own.values())
    return {"places": places, "elsewhere": elsewhere, **left(DOTS - len(own))}


def place_of(requirement, has_dot):
    category = str(Requirement.Category(requirement.category).label)
    return Place(requirement.pk, requirement.text, category, has_dot)


def left(dots):
    """How many dots are left, as a number and as marks."""
    return {"dots_left": dots, "marks": [place < dots for place in range(DOTS)]}


def counting(meeting):
    """What came in so far, without what it fell on."""
    begun = queries.begun(meeting)
    voters = [
        Voter(person.pk, person.name, organisation_of(person), person.pk in begun)
        for person in meetings.present(meeting)
    ]
    return {"voters": voters, "counts": queries.reconciliation(meeting)}


def ranking(meeting, areas):
    """[Row] of the results; `areas` are {requirement id: name of its priority area}."""
    ranked = queries.results(meeting)
    ranks = [row.rank for row in ranked]
    return [
        Row(
            pk=row.requirement.pk,
            rank=rank_in_words(row.rank, ranks.count(row.rank) > 1),
            text=row.requirement.text,
            dots=row.dots,
            area=areas.get(row.requirement.pk, ""),
        )
        for row in ranked
    ]


def rank_in_words(rank, is_tied):
    return _("%(rank)s=") % {"rank": rank} if is_tied else str(rank)
