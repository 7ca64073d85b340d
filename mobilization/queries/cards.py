"""Reading cards and the requirement list."""

import hashlib
import json
from typing import NamedTuple

from django.db.models import Case, Count, Min, Prefetch, Q, Value, When

from mobilization.models import CardLine
from mobilization.queries import meetings

NO_CARD = ""
WORDS = ["vision", "first", "second", "third"]


def card_of(meeting, person):
    """The person's card, or None."""
    return meeting.cards.filter(person=person).first()


def without(meeting):
    """The people in the room who have no card, by name."""
    return meetings.present(meeting).exclude(cards__meeting=meeting)


def words(card):
    """{field: text} of what stands on the card."""
    return {name: getattr(card, name) for name in WORDS}


def mark(card):
    """Tells a page that types a card from paper whether the card is still what it showed."""
    if card is None:
        return NO_CARD
    return hashlib.sha256(json.dumps(words(card)).encode()).hexdigest()


def cards(meeting):
    """The cards by name, each with its person and its filed `lines`."""
    lines = Prefetch("lines", CardLine.objects.select_related("requirement"))
    cards = meeting.cards.select_related("person__organisation").prefetch_related(lines)
    return cards.order_by("person__name", "pk")


class Reading(NamedTuple):
    """How far the card of somebody in the room is read: what is filed was read."""

    card: int
    person: int
    name: str
    vision: str
    lines: int
    filed: int
    first_filed: int | None

    @property
    def is_read(self):
        return self.lines == self.filed


def reading(meeting):
    """[Reading] of all cards by name; `first_filed` grows with the order of reading."""
    counted = meeting.cards.annotate(
        count=Value(1) + has("second") + has("third"),
        filed=Count("lines"),
        first_filed=Min("lines__pk", filter=Q(lines__line=CardLine.Line.FIRST)),
    )
    rows = counted.order_by("person__name", "pk").values_list(
        "pk", "person", "person__name", "vision", "count", "filed", "first_filed"
    )
    return [Reading(*row) for row in rows]


def has(line):
    """1 where the card has something on this line, else 0."""
    return Case(When(**{line: ""}, then=0), default=1)


def numbered(meeting):
    """{number: requirement}; the room knows the list by these numbers, and paper ballots too."""
    return dict(enumerate(meeting.requirements.order_by("pk"), start=1))


def requirements(meeting):
    """The requirement list in the order it was written, each with `card_count`."""
    return meeting.requirements.annotate(card_count=Count("cards", distinct=True)).order_by("pk")
