"""The co-chairs' letter that calls a group to its Meeting 1."""

from django.db import transaction
from django.utils import timezone

from core.access import ensure
from core.problems import Problem
from mobilization.models import Letter
from mobilization.services import planning


@transaction.atomic
def write(*, group, subject, body, meeting_at, place, reply_by, by):
    """Write the group's letter, or write it anew, and plan Meeting 1 for the time it calls to.

    What has gone out stays as it was. `meeting_at` is aware, `reply_by` a date. Raises Problem
    `meeting_in_the_past`, `reply_after_meeting`, or `part_not_open` once Meeting 1 is closed.
    """
    ensure(by, "mobilization.send_letters", group)
    if meeting_at <= timezone.now():
        raise Problem("meeting_in_the_past")
    if reply_by > timezone.localdate(meeting_at, group.initiative.zone):
        raise Problem("reply_after_meeting")
    planning.plan(group=group, number=1, starts_at=meeting_at, place=place, by=by)
    values = {"subject": subject, "body": body, "reply_by": reply_by}
    letter, _made = Letter.objects.update_or_create(group=group, defaults=values)
    return letter
