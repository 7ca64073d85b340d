"""Copies of the plans for Meetings 2 and 3: made, and made again when the plan changes."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from core.access import ensure
from core.problems import Problem
from mobilization.models import Copies, Plan
from mobilization.models.plans import CLOSED_STATES
from mobilization.services.meetings import BEFORE_CLOSING, keep_open

PREPARE = "mobilization.prepare_copies"


@transaction.atomic
def ready(*, plan, version, meeting, by):
    """Say that copies of this `version` of the plan are ready for the meeting.

    Raises Problem `of_another_meeting`, `no_presentations_here`, `plan_edited_since_copied` or
    `part_not_open`.
    """
    ensure(by, PREPARE, meeting)
    if plan.team.group.pk != meeting.group_id:
        raise Problem("of_another_meeting")
    if meeting.number == 1:
        raise Problem("no_presentations_here")
    # The meeting is held first, as by whoever edits the plan, who comes before or after.
    keep_open(meeting, *BEFORE_CLOSING)
    same = Plan.objects.filter(pk=plan.pk, version=version).exclude(state__in=CLOSED_STATES)
    if not same.update(version=F("version")):
        raise Problem("plan_edited_since_copied", title=plan.title)
    said = {"version": version, "ready_at": timezone.now(), "ready_by_name": str(by)}
    found, made = Copies.objects.get_or_create(plan=plan, meeting=meeting, defaults=said)
    if not made and found.version != version:
        Copies.objects.filter(pk=found.pk).update(**said)
        found.refresh_from_db()
    return found


@transaction.atomic
def take_back(*, plan, meeting, by):
    """The copies are not ready after all; a second time changes nothing. Raises `part_not_open`."""
    ensure(by, PREPARE, meeting)
    keep_open(meeting, *BEFORE_CLOSING)
    Copies.objects.filter(plan=plan, meeting=meeting).delete()
