"""The requirement list under its six categories."""

from dataclasses import dataclass

from mobilization.models import Requirement
from mobilization.queries import cards as queries


@dataclass(frozen=True)
class Item:
    """A requirement with its number on the list, and how many cards stand behind it."""

    pk: int
    number: int
    text: str
    card_count: int


@dataclass(frozen=True)
class Category:
    value: str
    label: str
    items: list[Item]


def categories(meeting):
    """[Category], all six, also those that are empty."""
    listed = list(enumerate(queries.requirements(meeting), start=1))
    return [
        Category(
            category.value,
            str(category.label),
            [
                Item(row.pk, number, row.text, row.card_count)
                for number, row in listed
                if row.category == category
            ],
        )
        for category in Requirement.Category
    ]


def requirement_list(meeting):
    found = categories(meeting)
    return {"categories": found, "listed": sum(len(category.items) for category in found)}
