"""Where the room is by its agenda: the item, its planned end, and how late the room is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from mobilization.models import AgendaItem, Meeting
from mobilization.presenters import agendas
from mobilization.presenters.timers import MINUTES

State = Meeting.State
# A rehearsal on another day is neither early nor late.
AROUND = timedelta(hours=4)


@dataclass(frozen=True)
class Item:
    """An item of the agenda that takes time, with its planned end."""

    title: str
    state: str
    minutes: int
    ends_at: datetime


@dataclass(frozen=True)
class Due:
    """The item that the room is at, and when it is to end.

    `late` is in whole minutes, None on another day than the meeting's; `ends`, the end of the
    part's last item, and `now` are in milliseconds, for the script.
    """

    title: str
    ends_at: datetime
    late: int | None
    ends: int
    now: int


def page(meeting):
    """{due: Due or None where the agenda has nothing for this part, minutes: for its timer}."""
    items = items_of(meeting) if meeting.state in MINUTES else []
    own = items_for(items, meeting.state)
    now = timezone.now()
    if not own:
        return {"due": None, "minutes": MINUTES.get(meeting.state)}
    item = next((item for item in own if item.ends_at > now), own[-1])
    return {"due": due(items, own, item, now), "minutes": minutes(own, item, meeting.state)}


def items_of(meeting):
    lines = [line for line in agendas.lines_of(meeting) if line.kind != AgendaItem.Kind.BEFORE]
    return [
        Item(
            str(row.line.title),
            row.line.state,
            row.line.minutes,
            row.at + timedelta(minutes=row.line.minutes),
        )
        for row in agendas.timed(lines, meeting.starts_at)
        if row.line.minutes
    ]


def items_for(items, state):
    """The items of this part of the room, else of the next one that has any: it goes on there."""
    order = list(State)
    later = [item for item in items if item.state and order.index(item.state) >= order.index(state)]
    nearest = min((order.index(item.state) for item in later), default=None)
    return [item for item in later if order.index(item.state) == nearest]


def due(items, own, item, now):
    """The Due of `item`, one of the part's `own` items."""
    begins = items[0].ends_at - timedelta(minutes=items[0].minutes)
    is_on = begins - AROUND < now < items[-1].ends_at + AROUND
    ends_at = own[-1].ends_at
    late = max(0, int((now - ends_at).total_seconds() // 60)) if is_on else None
    milliseconds = (int(moment.timestamp() * 1000) for moment in (ends_at, now))
    return Due(item.title, item.ends_at, late, *milliseconds)


def minutes(own, item, state):
    """What the agenda leaves for the timer of the part; to write and to vote the Guide's five."""
    if state in (State.CARDS, State.VOTING):
        return min(MINUTES[state], item.minutes)
    if state == State.DECIDING:
        return MINUTES[state]  # each presentation has its own
    if state == State.REQUIREMENTS:
        return max(1, sum(each.minutes for each in own) - MINUTES[State.CARDS])
    return item.minutes
