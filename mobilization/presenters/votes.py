"""What the pages say of dots: one's own while the vote is open, totals once it is closed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from mobilization.models.cards import Source
from mobilization.models.votes import Offer
from mobilization.presenters.meetings import organisation_of
from mobilization.queries import meetings
from mobilization.queries import votes as queries


@dataclass(frozen=True)
class Place:
    """A requirement on a ballot: the offer beside the ballot's dot, None without a dot.

    `number` is the one that the room knows it by: on the wall, and on ballots from paper.
    """

    pk: int
    number: int
    text: str
    category: str
    offer: str | None

    @property
    def has_dot(self):
        return self.offer is not None

    @property
    def offers(self):
        """[(value, label, True if this is said)]"""
        return [(offer.value, offer.label, offer == self.offer) for offer in Offer]


@dataclass(frozen=True)
class Voter:
    """Somebody in the room, how many dots are on their ballot and how those came."""

    person_id: int
    name: str
    organisation: str
    placed: int
    on_paper: int

    @property
    def way(self):
        """ "Phone", "Paper" or both."""
        ways = [Source.PHONE] * (self.placed > self.on_paper) + [Source.PAPER] * bool(self.on_paper)
        return ", ".join(str(way.label) for way in ways)


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
    shown = {pk: offer for pk, (source, offer) in own.items() if source in sources}
    lines = list(enumerate(queries.ballot_lines(meeting), start=1))
    places = [place_of(number, line, shown.get(line.pk)) for number, line in lines]
    return {
        "places": places,
        "by_category": by_category([line for _number, line in lines], places),
        "elsewhere": len(own) - len(shown),
        **left(meeting.dots_each, meeting.dots_each - len(own)),
    }


def by_category(lines, places):
    """[(name of a category, [Place])] in the order that the wall has them in."""
    found = {}
    for line, place in zip(lines, places, strict=True):
        found.setdefault((line.category_position, line.category_name), []).append(place)
    return [(name, found[position, name]) for position, name in sorted(found)]


def place_of(number, requirement, offer):
    text, category = requirement.text, requirement.category_name
    return Place(requirement.pk, number, text, category, offer)


def left(each, dots):
    """How many dots of `each` person's are left, as a number and as marks."""
    return {"dots_left": dots, "marks": [place < dots for place in range(each)]}


def counting(meeting):
    """What came in so far, without what it fell on, and who is missing: for the support team."""
    begun = queries.begun(meeting)
    people = [
        Voter(person.pk, person.name, organisation_of(person), *begun.get(person.pk, (0, 0)))
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


def rank_in_words(rank, is_tied):
    return _("%(rank)s=") % {"rank": rank} if is_tied else str(rank)
