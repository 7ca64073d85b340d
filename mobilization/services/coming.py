"""Saying whether one comes to Meeting 2 or 3."""

from django.db import transaction
from django.utils import timezone

from core.access import ensure
from core.problems import Problem
from mobilization.models import Reply, Seat
from mobilization.services.meetings import BEFORE_CLOSING, keep_open


@transaction.atomic
def answer(*, meeting, person, comes, by):
    """Keep what a person of the group says last; desk and console follow.

    Where a user writes it down for the person, the user's name stays with it. Raises Problem
    `part_not_open` once the meeting is over, `answered_by_letter` for the first, or `no_seat`.
    """
    ensure(by, "mobilization.answer_call", Reply(meeting=meeting, person=person))
    if meeting.number == 1:
        raise Problem("answered_by_letter")
    keep_open(meeting, *BEFORE_CLOSING, counter="entries")
    if not Seat.objects.filter(group=meeting.group_id, person=person).exists():
        raise Problem("no_seat", name=person.name)
    recorded_by = "" if by == person else str(by)
    said = {"comes": comes, "at": timezone.now(), "recorded_by_name": recorded_by}
    return Reply.objects.update_or_create(meeting=meeting, person=person, defaults=said)[0]
