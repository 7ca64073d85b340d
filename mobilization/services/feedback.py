"""Feedback on plans: noted from the flip charts, given by the Leadership Group, answered."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from core.access import ensure
from core.problems import Problem
from mobilization.models import Feedback, Meeting, Plan, Team
from mobilization.models.plans import CLOSED_STATES
from mobilization.notices import feedback as notices
from mobilization.services import deeds
from mobilization.services.meetings import keep_open

Source = Feedback.Source
# Flip charts are typed up while the teams present, and after the meeting.
OPEN_TO_NOTES = (Meeting.State.DECIDING, Meeting.State.CLOSED)


@transaction.atomic
def note(*, team, meeting, kind, text, by):
    """Write down what the room said of a team's plan in Meeting 2 or 3.

    The same words of the same kind stand once. Raises Problem `part_not_open` or
    `of_another_meeting`.
    """
    ensure(by, "mobilization.run_meeting", meeting)
    check_together(team, meeting)
    if meeting.number == 1:
        raise Problem("part_not_open", state=meeting.get_state_display())
    keep_open(meeting, *OPEN_TO_NOTES)
    with on_the_chart(team, meeting, "noted", by, text):
        found, _made = Feedback.objects.get_or_create(
            team=team,
            meeting=meeting,
            kind=kind,
            text=text,
            source=Source.ROOM,
            defaults={"given_by_name": str(by)},
        )
    return found


def on_the_chart(team, meeting, kind, by, text):
    """Write down what changes on the team's flip chart."""
    rows = [Feedback.objects.filter(team=team, meeting=meeting, source=Source.ROOM, text=text)]
    words = {"text": text, "name": str(team)}
    return deeds.recorded(meeting=meeting, kind=kind, by=by, rows=rows, **words)


@transaction.atomic
def advise(*, team, summary, kind, text, by):
    """A member of the Leadership Group answers the report of a meeting; the team is told.

    Raises Problem `of_another_meeting`, or `team_is_closed` where nobody works on it any more.
    """
    ensure(by, "mobilization.give_feedback", summary)
    check_together(team, summary.meeting)
    ended = team.state != Team.State.WORKING and team
    closed = ended or Plan.objects.filter(team=team, state__in=CLOSED_STATES).first()
    if closed:
        raise Problem("team_is_closed", state=closed.get_state_display())
    given = Feedback.objects.create(
        team=team,
        meeting=summary.meeting,
        kind=kind,
        text=text,
        source=Source.LEADERSHIP,
        given_by_name=str(by),
    )
    transaction.on_commit(partial(notices.leadership_says, given), robust=True)
    return given


def check_together(team, meeting):
    if team.group.pk != meeting.group_id:
        raise Problem("of_another_meeting")


@transaction.atomic
def answer(*, feedback, answer, by):
    """The team answers one piece of feedback, once; after a merge the one that goes on may.

    Raises Problem `feedback_answered`.
    """
    ensure(by, "mobilization.answer_feedback", feedback)
    waiting = Feedback.objects.filter(pk=feedback.pk, answered_at=None)
    if not waiting.update(answer=answer, answered_by_name=str(by), answered_at=timezone.now()):
        feedback.refresh_from_db()
        raise Problem("feedback_answered", who=feedback.answered_by_name)
    feedback.refresh_from_db()
    return feedback


@transaction.atomic
def strike(*, feedback, by):
    """The recorder takes a line off the flip chart.

    Raises Problem `part_not_open` or `feedback_stays`.
    """
    ensure(by, "mobilization.run_meeting", feedback.meeting)
    keep_open(feedback.meeting, *OPEN_TO_NOTES)
    waiting = Feedback.objects.filter(pk=feedback.pk, answered_at=None, source=Source.ROOM)
    with on_the_chart(feedback.team, feedback.meeting, "struck", by, feedback.text):
        struck, _rows = waiting.delete()
    if not struck:
        raise Problem("feedback_stays")
