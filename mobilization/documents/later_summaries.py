"""The summaries of Meetings 2 and 3 (the Guide, Part II, Steps 5 and 6)."""

from django.utils.translation import gettext as _

from core.problems import Problem
from mobilization.documents.pages import page
from mobilization.models import Meeting
from mobilization.presenters import later_summaries as presenter
from mobilization.queries import later_summaries


def facts(meetings):
    return later_summaries.facts(meetings)


def refuse(meeting, facts):
    """Raises Problem `later_meeting_not_planned` or `plans_not_heard`."""
    if meeting is None:
        raise Problem("later_meeting_not_planned")
    if meeting.state in (Meeting.State.PLANNED, Meeting.State.CHECK_IN):
        raise Problem("plans_not_heard")


def render(meeting, report):
    found = facts([meeting])[meeting.pk]
    refuse(meeting, found)
    return page(
        "later_summary",
        title=_("Summary of Meeting %(number)d: %(cluster)s") % found,
        initiative=meeting.initiative,
        summary=presenter.summary(found),
    )
