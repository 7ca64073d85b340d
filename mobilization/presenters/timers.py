"""The timer as the screens count it down: the browser learns the server's time with it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from mobilization.models import Meeting

State = Meeting.State

# What a part commonly takes (the Guide, Part II, Steps 4 and 5).
MINUTES = {
    State.CHECK_IN: 15,
    State.CARDS: 5,
    State.REQUIREMENTS: 30,
    State.VOTING: 5,
    State.GROUPING: 15,
    State.TEAMS: 15,
    State.DECIDING: 15,
}


@dataclass(frozen=True)
class Timer:
    """When it ends, and the server's time: for people, and in milliseconds for the script."""

    ends_at: datetime
    ends: int
    now: int


def timer_of(meeting):
    """The Timer, or None."""
    if meeting.timer_ends_at is None:
        return None
    ends, now = meeting.timer_ends_at, timezone.now()
    return Timer(ends, int(ends.timestamp() * 1000), int(now.timestamp() * 1000))
