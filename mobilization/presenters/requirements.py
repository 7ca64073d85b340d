"""The requirement list under the categories of the meeting."""

from dataclasses import dataclass
from types import MappingProxyType

from core.wording import likeness
from mobilization.queries import cards as queries


@dataclass(frozen=True)
class Item:
    """A requirement with its number on the list, the cards behind it, and the dots if they show."""

    pk: int
    number: int
    text: str
    card_count: int
    dots: int | None


@dataclass(frozen=True)
class Category:
    """A category with its items; its position is the key that files under it."""

    pk: int
    position: int
    name: str
    items: list[Item]


@dataclass(frozen=True)
class Match:
    """A listed item that says nearly what a line says; the likely one is chosen beforehand."""

    item: Item
    is_likely: bool


NEAR, LIKELY = 0.4, 0.6  # of core.wording.likeness
MOST_MATCHES = 3


def matches(text, categories):
    """[Match] of what stands on the list, the likeliest first; the first alone may be likely."""
    items = [item for category in categories for item in category.items]
    scored = [(likeness(text, item.text), item) for item in items]
    near = [pair for pair in scored if pair[0] >= NEAR]
    near.sort(key=lambda pair: -pair[0])
    return [
        Match(item, place == 0 and score >= LIKELY)
        for place, (score, item) in enumerate(near[:MOST_MATCHES])
    ]


def categories(meeting, dots):
    """[Category], all of them, also those that are empty; `dots` are {requirement id: dots}."""
    listed = list(enumerate(queries.requirements(meeting), start=1))
    return [
        Category(
            category.pk,
            category.position,
            category.name,
            [
                Item(row.pk, number, row.text, row.card_count, dots.get(row.pk))
                for number, row in listed
                if row.category_id == category.pk
            ],
        )
        for category in meeting.categories.all()
    ]


def requirement_list(meeting, dots=MappingProxyType({})):
    found = categories(meeting, dots)
    return {"categories": found, "listed": sum(len(category.items) for category in found)}
