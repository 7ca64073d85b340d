"""The summary of Meeting 1 (the Guide, Part II, Step 4)."""

from functools import partial

from django.utils.translation import gettext as _

from core.problems import Problem
from mobilization.documents.pages import page
from mobilization.models.meetings import COUNTED
from mobilization.presenters import summaries as presenter
from mobilization.queries import documents, summaries

subjects = partial(documents.meetings_of, number=1)
facts = summaries.facts


def refuse(meeting, facts):
    """Raises Problem `meeting_not_planned` or `dots_not_counted`."""
    if meeting is None:
        raise Problem("meeting_not_planned")
    if meeting.state not in COUNTED:
        raise Problem("dots_not_counted", state=meeting.get_state_display())


def render(meeting, report):
    found = facts([meeting])[meeting.pk]
    refuse(meeting, found)
    return page(
        "summary",
        title=_("Summary of Meeting 1: %(cluster)s") % {"cluster": found["cluster"]},
        initiative=meeting.initiative,
        summary=presenter.summary(found),
    )
