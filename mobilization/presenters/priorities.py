"""What the pages say of priority areas: dots, and the people behind them."""

from dataclasses import dataclass

from core import guide
from mobilization.presenters.votes import ranking
from mobilization.queries import priorities as queries


@dataclass(frozen=True)
class AreaRow:
    """A priority area with its dots, its distinct people and its requirements."""

    pk: int
    name: str
    dots: int
    people: int
    requirements: list[str]
    is_passed: bool = False


def areas(meeting):
    return [
        AreaRow(
            area.priority.pk,
            area.priority.name,
            area.dots,
            area.people,
            [requirement.text for requirement in area.requirements],
            area.priority.passed_over,
        )
        for area in queries.with_dots(meeting)
    ]


def shown(meeting):
    """What the room sees of `grouping`: no area while they are private, as in the huddle."""
    if meeting.areas_are_shown:
        return grouping(meeting)
    return {"ranking": ranking(meeting, {}), "areas": []}


def grouping(meeting):
    """The ranking, the areas made of it, and what the Guide says of their number."""
    found = areas(meeting)
    return {
        "ranking": ranking(meeting, queries.area_of(meeting)),
        "areas": found,
        "advice": guide.priority_areas(len(found)),
    }
