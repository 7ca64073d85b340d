"""Who sent word of not coming to a meeting: excused, beside present and absent."""

from django.db import transaction

from core.access import ensure
from core.problems import Problem
from mobilization.models import Attendance, Excuse, Seat
from mobilization.services import deeds
from mobilization.services.meetings import BEFORE_CLOSING, keep_open


@transaction.atomic
def excuse(*, meeting, person, by):
    """Note that a person with a seat sent word; a second time changes nothing.

    Whoever comes all the same is checked in, and excused no more. Raises Problem
    `part_not_open`, `no_seat` or `is_here`.
    """
    with noted(meeting, "excused", person, by):
        if not Seat.objects.filter(group=meeting.group_id, person=person).exists():
            raise Problem("no_seat", name=person.name)
        if meeting.attendances.filter(person=person).exists():
            raise Problem("is_here", name=person.name)
        Excuse.objects.get_or_create(meeting=meeting, person=person)


@transaction.atomic
def expect(*, meeting, person, by):
    """Take the excuse back. Raises Problem `part_not_open`."""
    with noted(meeting, "expected", person, by):
        meeting.excuses.filter(person=person).delete()


def noted(meeting, kind, person, by):
    """Hold the meeting, against a check-in at this moment too, and write down what changes."""
    ensure(by, "mobilization.check_in", Attendance(meeting=meeting, person=person))
    keep_open(meeting, *BEFORE_CLOSING, counter="entries")
    rows = [meeting.excuses.filter(person=person)]
    return deeds.recorded(meeting=meeting, kind=kind, by=by, rows=rows, name=person.name)
