"""The timer of a part of the meeting: one for all screens, in the server's time."""

from contextlib import contextmanager
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.access import ensure
from mobilization.models import Meeting
from mobilization.services import deeds
from mobilization.services.meetings import IN_THE_ROOM, keep_open


@transaction.atomic
def start(*, meeting, minutes, by):
    """Start the timer; one that runs keeps running. Raises Problem `part_not_open`."""
    ends_at = timezone.now() + timedelta(minutes=minutes)
    with noted(meeting, "timer_started", by):
        timer(meeting).filter(timer_ends_at=None).update(timer_ends_at=ends_at)


@transaction.atomic
def change(*, meeting, minutes, by):
    """Give more minutes, or fewer (negative); what has run over counts as no time left.

    Without a timer nothing changes. Raises Problem `part_not_open`.
    """
    with noted(meeting, "timer_changed", by):
        ends_at = timer(meeting).get().timer_ends_at
        if ends_at:
            left = max(ends_at, timezone.now()) if minutes > 0 else ends_at
            timer(meeting).update(timer_ends_at=left + timedelta(minutes=minutes))


@transaction.atomic
def stop(*, meeting, by):
    """Take the timer away. Raises Problem `part_not_open`."""
    with noted(meeting, "timer_stopped", by):
        timer(meeting).update(timer_ends_at=None)


@contextmanager
def noted(meeting, kind, by):
    """Whoever changes the timer waits for whoever changes it at the same moment; it is a step."""
    ensure(by, "mobilization.run_meeting", meeting)
    keep_open(meeting, *IN_THE_ROOM)
    before = timer(meeting).get().timer_ends_at
    yield
    after = timer(meeting).get().timer_ends_at
    if before != after:
        words = {"timer": text_of(before), "to": text_of(after)}
        deeds.note(meeting=meeting, kind=kind, by=by, **words)


def text_of(moment):
    return moment and moment.isoformat()


def timer(meeting):
    return Meeting.objects.filter(pk=meeting.pk)
