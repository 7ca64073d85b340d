"""The requirement list under the categories of the meeting."""

from dataclasses import dataclass

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
    """A category with its items; its position is the key that files under it."""

    pk: int
    position: int
    name: str
    items: list[Item]


def categories(meeting):
    """[Category], all of them, also those that are empty."""
    listed = list(enumerate(queries.requirements(meeting), start=1))
    return [
        Category(
            category.pk,
            category.position,
            category.name,
            [
                Item(row.pk, number, row.text, row.card_count)
                for number, row in listed
                if row.category_id == category.pk
            ],
        )
        for category in meeting.categories.all()
    ]


def requirement_list(meeting):
    found = categories(meeting)
    return {"categories": found, "listed": sum(len(category.items) for category in found)}
