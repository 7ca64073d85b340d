"""The requirement list under the categories of the meeting."""

from dataclasses import dataclass
from types import MappingProxyType

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
