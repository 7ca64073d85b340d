"""The door for whoever joins by the code: they say who they are, and the recorder lets them in."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts import links
from core.access import ensure
from core.problems import Problem, refused_as
from mobilization.models import Attendance, Guest
from mobilization.services import deeds, meetings
from mobilization.services.meetings import IN_THE_ROOM, keep_open

AT_THE_DOOR = 100  # who may wait at once: more are no guests
PASS_LIFE = timedelta(hours=18)
State = Guest.State


@transaction.atomic
def knock(*, meeting, name, organisation="", stands_in_for="", keys=()):
    """Somebody with the code says who they are, and waits; nobody vouches for them yet.

    `stands_in_for` is whose place they say they come in, in their own words. `keys` are those of
    the guests who waited with the same phone: who is among them under this name waits on. Raises
    Problem `part_not_open` or `door_is_crowded`.
    """
    keep_open(meeting, *IN_THE_ROOM, counter="entries")  # one after the other, so the count holds
    again = meeting.guests.filter(key__in=keys, name__iexact=name, state=State.WAITING)
    if again.update(organisation=organisation, stands_in_for=stands_in_for):
        return again.first()
    if meeting.guests.filter(state=State.WAITING).count() >= AT_THE_DOOR:
        raise Problem("door_is_crowded")
    return Guest.objects.create(
        meeting=meeting, name=name, organisation=organisation, stands_in_for=stands_in_for
    )


@transaction.atomic
def let_in(*, guest, person=None, in_place_of=None, by):
    """Let the phone in as `person`, or as somebody new to the list under the name they typed.

    `in_place_of` is the person with a seat whose substitute it is. Whoever is in the meeting with
    a phone keeps it. Raises Problem `guest_answered`, `has_a_phone`, `part_not_open`, `no_seat`
    or `own_substitute`.
    """
    ensure(by, "mobilization.run_meeting", guest.meeting)
    attendance = arrival(guest, person, in_place_of, by)
    person = attendance.person
    require_no_phone(guest.meeting, person)
    entry = links.pass_for(
        person=person,
        place=f"meetings/{guest.meeting_id}/",
        expires_at=timezone.now() + PASS_LIFE,
    )
    with refused_as("has_a_phone", name=person.name):
        answer(guest, State.WAITING, state=State.LET_IN, person=person, entry=entry)
    note(guest, "let_in", by)
    return guest


def arrival(guest, person, in_place_of, by):
    here = {"meeting": guest.meeting, "by": by}
    by_code = {"source": Attendance.Source.CODE}
    if person is None:
        named = {"name": guest.name, "organisation": guest.organisation}
        return meetings.walk_in(**here, **named, **by_code, in_place_of=in_place_of)
    attendance = meetings.check_in(**here, **by_code, person=person)
    if in_place_of:
        meetings.stand_in(**here, person=person, in_place_of=in_place_of)
    return attendance


def require_no_phone(meeting, person):
    """Hold the check-in of a person who neither came nor wrote by their own link.

    Raises Problem `has_a_phone`; whoever writes by link at this moment comes before or after.
    Against a second phone by the code the database guards.
    """
    attendances = meeting.attendances.filter(person=person, wrote_by_link=False)
    if not attendances.exclude(source=Attendance.Source.LINK).update(version=F("version") + 1):
        raise Problem("has_a_phone", name=person.name)


@transaction.atomic
def turn_away(*, guest, by):
    """Send the phone away from the door. Raises Problem `guest_answered` or `part_not_open`."""
    hold(guest, by)
    answer(guest, State.WAITING, state=State.TURNED_AWAY)
    note(guest, "turned_away", by)


@transaction.atomic
def call_back(*, guest, by):
    """Undo an answer: the phone waits again, and a pass that it had is closed.

    Card, dots and check-in of the person stay. Raises Problem `guest_answered` or
    `part_not_open`.
    """
    hold(guest, by)
    stand_at_the_door(guest)
    answered = guest.meeting.deeds.filter(
        kind__in=["let_in", "turned_away"], words__guest=guest.pk, undone_by=None
    ).last()
    if answered:
        deeds.note(meeting=guest.meeting, kind="undone", by=by, undoes=answered)


def stand_at_the_door(guest):
    """The phone waits again, and a pass that it had is closed. Raises `guest_answered`."""
    if guest.entry:
        links.revoke_pass(guest.entry)
    answer(guest, guest.state, state=State.WAITING, entry=None)


def note(guest, kind, by):
    name = guest.person.name if guest.person else guest.name
    deeds.note(meeting=guest.meeting, kind=kind, by=by, guest=guest.pk, name=name)


def hold(guest, by):
    ensure(by, "mobilization.run_meeting", guest.meeting)
    keep_open(guest.meeting, *IN_THE_ROOM, counter="entries")


def answer(guest, before, **values):
    """Of two recorders who answer at once, one does."""
    if not Guest.objects.filter(pk=guest.pk, state=before).update(**values):
        raise Problem("guest_answered", name=guest.name)
    guest.refresh_from_db()
