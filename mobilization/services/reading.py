"""Whose turn it is to read a card: one after the other by name, or whoever is called."""

from django.db import transaction

from core.access import ensure
from mobilization.models import CardLine, Meeting
from mobilization.services.meetings import keep_open


@transaction.atomic
def call(*, card, by):
    """Call somebody to read out of turn; all screens say so. Raises Problem `part_not_open`.

    Nothing is kept of it once their card is read, so there is nothing to undo: call somebody else.
    """
    ensure(by, "mobilization.run_meeting", card.meeting)
    keep_open(card.meeting, Meeting.State.REQUIREMENTS)
    Meeting.objects.filter(pk=card.meeting_id).update(called=card)


def go_on(card, line):
    """Whoever was called has read the first requirement: the order goes on as it was."""
    if line == CardLine.Line.FIRST:
        Meeting.objects.filter(pk=card.meeting_id, called=card).update(called=None)
