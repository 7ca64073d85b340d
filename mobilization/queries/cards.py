"""Reading cards and the requirement list."""

import hashlib
import json

from django.db.models import Count, Exists, OuterRef, Prefetch

from mobilization.models import CardLine

NO_CARD = ""
WORDS = ["vision", "first", "second", "third"]


def card_of(meeting, person):
    """The person's card, or None."""
    return meeting.cards.filter(person=person).first()


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


def reading(meeting):
    """[(lines of a card, those that are filed, True if the first one is)] of all cards."""
    first = CardLine.objects.filter(card=OuterRef("pk"), line=CardLine.Line.FIRST)
    counted = meeting.cards.annotate(filed=Count("lines"), first_is_filed=Exists(first))
    rows = counted.values_list("second", "third", "filed", "first_is_filed")
    return [
        (1 + bool(second) + bool(third), filed, first_is_filed)
        for second, third, filed, first_is_filed in rows
    ]


def numbered(meeting):
    """{number: requirement}; the room knows the list by these numbers, and paper ballots too."""
    return dict(enumerate(meeting.requirements.order_by("pk"), start=1))


def requirements(meeting):
    """The requirement list in the order it was written, each with `card_count`."""
    return meeting.requirements.annotate(card_count=Count("cards", distinct=True)).order_by("pk")
