"""Who leads the room now. Nobody owns it: both work on all the time, and either hands it over."""

from django.db import transaction

from core.access import ensure
from mobilization.models import Meeting
from mobilization.services import deeds
from mobilization.services.meetings import BEFORE_CLOSING, keep_open


@transaction.atomic
def hand_over(*, meeting, to, by):
    """`to`, a user who may run the meeting, leads from now on; either of the two can say so.

    Raises Problem `part_not_open` once the meeting is closed.
    """
    for actor in (by, to):
        ensure(actor, "mobilization.run_meeting", meeting)
    keep_open(meeting, *BEFORE_CLOSING)
    held = Meeting.objects.filter(pk=meeting.pk)
    before = held.values_list("lead", flat=True).get()
    if before != to.pk:
        held.update(lead=to)
        deeds.note(
            meeting=meeting, kind="handed_over", by=by, name=to.name, before=before, to=to.pk
        )
