"""The cluster group is closed after its third meeting, and opened again if there is need."""

from django.db import transaction

from core.problems import Problem
from mobilization.models import ClusterGroup
from mobilization.models.groups import PROCESS
from mobilization.queries.groups import IS_DONE


@transaction.atomic
def close(*, group, by, note=""):
    """Close the group (the Guide, Part II, Step 6). Raises Problem `group_not_done`.

    Its three meetings are over and each plan is with the Leadership Group, or has ended. The
    UPDATE itself asks for that.
    """
    try:
        return PROCESS.make(group, "close", by=by, note=note, only_if=IS_DONE)
    except Problem as problem:
        if problem.code == "move_not_open" and ClusterGroup.objects.filter(
            pk=group.pk, state=ClusterGroup.State.OPEN
        ):
            raise Problem("group_not_done", group=str(group)) from None
        raise


@transaction.atomic
def reopen(*, group, by, note):
    """Open a closed group again, for a reason."""
    return PROCESS.make(group, "reopen", by=by, note=note)
