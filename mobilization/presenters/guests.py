"""What the console says of guests with a code, and where a guest goes on to."""

from dataclasses import dataclass

from django.urls import reverse

from core.names import alike, plain
from mobilization.models import Guest, Meeting
from mobilization.queries import guests as queries
from mobilization.queries import meetings

State = Guest.State


@dataclass(frozen=True)
class Choice:
    """Somebody on the list whom the guest may be."""

    person_id: int
    name: str
    is_likely: bool


@dataclass(frozen=True)
class Waiting:
    """A phone at the door, whom it may belong to, and in whose place that person may come."""

    pk: int
    name: str
    organisation: str
    stands_in_for: str
    choices: list[Choice]
    places: list[Choice]


def door(meeting):
    """Who waits, and who was answered: {waiting, let_in, turned_away}; once it is over, nobody."""
    if meeting.state == Meeting.State.CLOSED:
        return {}
    guests = list(queries.of(meeting))
    waiting = [guest for guest in guests if guest.state == State.WAITING]
    people = list(meetings.people(meeting)) if waiting else []
    return {
        "waiting": [waiting_row(guest, people) for guest in waiting],
        "let_in": [guest for guest in guests if guest.state == State.LET_IN],
        "turned_away": [guest for guest in guests if guest.state == State.TURNED_AWAY],
    }


def waiting_row(guest, people):
    typed, other = plain(guest.name), guest.stands_in_for
    return Waiting(
        pk=guest.pk,
        name=guest.name,
        organisation=guest.organisation,
        stands_in_for=other,
        choices=[Choice(one.pk, one.name, plain(one.name) == typed) for one in people],
        places=[Choice(one.pk, one.name, alike(one.name, other)) for one in people if other],
    )


def showing_at_the_door(guest):
    """What the phone at the door says: the guest's state, or that the meeting is over."""
    over = guest.meeting.state == Meeting.State.CLOSED
    return Meeting.State.CLOSED if over else guest.state


def room_of(guest):
    """The address of the meeting for a guest who was let in."""
    return room_address(guest.entry.token, guest.meeting)


def room_address(token, meeting):
    return reverse("room", args=[token, meeting.pk])
