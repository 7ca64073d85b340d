"""The huddle in the break: whom to ask to volunteer, for facilitators and co-chairs alone.

Nothing here stands on the room screen, on a phone or in a file of results (the Guide, Part II,
Step 4).
"""

from dataclasses import dataclass

from mobilization.models.votes import Offer
from mobilization.presenters import priorities
from mobilization.presenters.priorities import AreaRow
from mobilization.presenters.votes import Row
from mobilization.queries import priorities as queries


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be asked."""

    person_id: int
    name: str

    def __str__(self):
        return self.name


@dataclass(frozen=True)
class Candidates:
    """Who put a dot somewhere, each once, by the most that they offer there."""

    champions: list[Candidate]
    workers: list[Candidate]
    others: list[Candidate]


@dataclass(frozen=True)
class HuddleArea:
    """A priority area, its requirements in the order of their dots, and whom to ask."""

    area: AreaRow
    rows: list[Row]
    candidates: Candidates


def huddle(meeting):
    """What `priorities.grouping` says, and for each area and requirement whom to ask."""
    found = priorities.grouping(meeting)
    dots = queries.dots_by_name(meeting)
    areas = [
        HuddleArea(
            area,
            [row for row in found["ranking"] if row.text in area.requirements],
            candidates(dot for dot in dots if dot.area == area.pk),
        )
        for area in found["areas"]
    ]
    rows = [
        (row, candidates(dot for dot in dots if dot.requirement == row.pk))
        for row in found["ranking"]
    ]
    return found | {"huddle": areas, "rows": rows}


def candidates(dots):
    """The Candidates among dots in the order of names."""
    offers = {}
    for dot in dots:
        offers.setdefault(Candidate(dot.person, dot.name), set()).add(dot.offer)
    return Candidates(
        champions=[who for who, said in offers.items() if Offer.CHAMPION in said],
        workers=[who for who, said in offers.items() if said & {*Offer} == {Offer.WORK}],
        others=[who for who, said in offers.items() if said == {""}],
    )


def by_area(meeting):
    """{area id: Candidates} of every priority area that has a dot."""
    dots = queries.dots_by_name(meeting)
    return {
        area: candidates(dot for dot in dots if dot.area == area)
        for area in {dot.area for dot in dots if dot.area}
    }
