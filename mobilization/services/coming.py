"""Saying whether one comes to Meeting 2 or 3."""

from django.db import transaction
from django.utils import timezone

from core.access import ensure
from core.problems import Problem
from mobilization.models import Meeting, Reply
from mobilization.services.meetings import BEFORE_CLOSING, keep_open


@transaction.atomic
def answer(*, meeting, person, comes, by):
    """Keep what a person of the group says last; desk and console follow.

    Raises Problem `part_not_open` once the meeting is over, or `answered_by_letter` for the first.
    """
    ensure(by, "mobilization.answer_call", Reply(meeting=meeting, person=person))
    if meeting.number == 1:
        raise Problem("answered_by_letter")
    keep_open(Meeting.objects.get(pk=meeting.pk), *BEFORE_CLOSING, counter="entries")
    said = {"comes": comes, "at": timezone.now()}
    return Reply.objects.update_or_create(meeting=meeting, person=person, defaults=said)[0]
