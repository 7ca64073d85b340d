"""What the pages say of dots: one's own while the vote is open, totals once it is closed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from mobilization.models import Dot
from mobilization.models.votes import RECORDED, Offer
from mobilization.presenters.meetings import organisation_of
from mobilization.queries import meetings
from mobilization.queries import votes as queries


@dataclass(frozen=True)
class Place:
    """A requirement on a ballot: the offer beside the ballot's dot, None without a dot.

    `words_before` are those that the dot was placed on, where they are others now. `source` is how
    a dot that is recorded came, in words; on phones nothing is said of it.
    `number` is the one that the room knows it by: on the wall, and on ballots from paper.
    """

    pk: int
    number: int
    text: str
    category: str
    offer: str | None
    words_before: str = ""
    source: str = ""

    @property
    def has_dot(self):
        return self.offer is not None

    @property
    def offers(self):
        """[(value, label, True if this is said)]"""
        return [(offer.value, offer.label, offer == self.offer) for offer in Offer]


@dataclass(frozen=True)
class Voter:
    """Somebody in the room, and how many dots are on their ballot: {source: count}."""

    person_id: int
    name: str
    organisation: str
    dots: dict[str, int]

    @property
    def placed(self):
        return sum(self.dots.values())

    @property
    def way(self):
        """ "Phone", or each of the ways in which dots came: "Phone, Spoken"."""
        return ", ".join(str(way.label) for way in Dot.Source if way in self.dots)


@dataclass(frozen=True)
class Row:
    """A requirement in the ranking."""

    pk: int
    rank: str
    text: str
    dots: int
    area: str


def ballot(meeting, person):
    """The list with the dots of one person, and what is left."""
    own = queries.own_dots(meeting, person)
    lines = list(enumerate(queries.ballot_lines(meeting), start=1))
    dots = [own.get(line.pk, NO_DOT) for _number, line in lines]
    places = [
        place_of(number, line, dot.offer, dot.words_before)
        for (number, line), dot in zip(lines, dots, strict=True)
    ]
    return {
        "places": places,
        "is_reworded": any(place.words_before for place in places),
        "by_category": by_category([line for _number, line in lines], places),
        **left(meeting.dots_each, meeting.dots_each - len(own)),
    }


def recorded_ballot(meeting, person):
    """The list with what is recorded for one person; of the phone's dots only how many."""
    own = queries.own_dots(meeting, person)
    shown = {pk: dot for pk, dot in own.items() if dot.source in RECORDED}
    return {
        "places": [
            recorded_place(number, line, shown.get(line.pk, NO_DOT))
            for number, line in enumerate(queries.ballot_lines(meeting), start=1)
        ],
        "elsewhere": len(own) - len(shown),
        **left(meeting.dots_each, meeting.dots_each - len(own)),
    }


NO_DOT = queries.Own()
NO_RANK = "–"


def by_category(lines, places):
    """[(name of a category, [Place])] in the order that the wall has them in."""
    found = {}
    for line, place in zip(lines, places, strict=True):
        found.setdefault((line.category_position, line.category_name), []).append(place)
    return [(name, found[position, name]) for position, name in sorted(found)]


def place_of(number, requirement, offer, words_before="", source=""):
    text, category = requirement.text, requirement.category_name
    return Place(requirement.pk, number, text, category, offer, words_before, source)


def recorded_place(number, requirement, dot):
    source = dot.source and str(Dot.Source(dot.source).label)
    return place_of(number, requirement, dot.offer, dot.words_before, source)


def left(each, dots):
    """How many dots of `each` person's are left, as a number and as marks."""
    return {"dots_left": dots, "marks": [place < dots for place in range(each)]}


def counting(meeting):
    """What came in so far, without what it fell on, and who is missing: for the support team."""
    begun = queries.begun(meeting)
    people = [
        Voter(person.pk, person.name, organisation_of(person), begun.get(person.pk, {}))
        for person in meetings.present(meeting)
    ]
    counts = queries.reconciliation(meeting)
    return {
        "missing": [voter for voter in people if not voter.placed],
        "voters": [voter for voter in people if voter.placed],
        "doubled": list(meetings.doubled(meeting)),
        "counts": counts,
        "unused": counts.begun * meeting.dots_each - counts.placed,
    }


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


def rank_in_words(rank, is_tied=False):
    if rank is None:
        return NO_RANK
    return _("%(rank)s=") % {"rank": rank} if is_tied else str(rank)
