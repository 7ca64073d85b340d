"""What the console says of guests with a code, and where a guest goes on to."""

from dataclasses import dataclass

from django.urls import reverse

from core.names import plain
from mobilization.models import Guest
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
    """A phone at the door, and whom it may belong to."""

    pk: int
    name: str
    organisation: str
    choices: list[Choice]


def door(meeting):
    """Who waits, and who was answered: {waiting, let_in, turned_away}."""
    guests = list(queries.of(meeting))
    waiting = [guest for guest in guests if guest.state == State.WAITING]
    people = list(meetings.people(meeting)) if waiting else []
    return {
        "waiting": [waiting_row(guest, people) for guest in waiting],
        "let_in": [guest for guest in guests if guest.state == State.LET_IN],
        "turned_away": [guest for guest in guests if guest.state == State.TURNED_AWAY],
    }


def waiting_row(guest, people):
    typed = plain(guest.name)
    choices = [Choice(one.pk, one.name, plain(one.name) == typed) for one in people]
    return Waiting(guest.pk, guest.name, guest.organisation, choices)


def room_of(guest):
    """The address of the meeting for a guest who was let in."""
    return room_address(guest.entry.token, guest.meeting)


def room_address(token, meeting):
    return reverse("room", args=[token, meeting.pk])
