"""Meetings 2 and 3 merge or disband a team that has no plan, as a step that can be undone."""

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from core.problems import Problem
from core.workflow import record_move
from mobilization.models import Meeting, Plan, Presentation, Team, TeamMember
from mobilization.models.teams import PROCESS
from mobilization.queries import teams as queries
from mobilization.services import deeds, presentations
from mobilization.services.meetings import keep_open

WITHOUT_PLAN = ~Q(Exists(Plan.objects.filter(team=OuterRef("pk"))))


@transaction.atomic
def merge(*, team, into, by, note=""):
    """The people of `team` join another one of the group, whether that has its plan or not.

    Raises Problem `merge_target_elsewhere` or `team_not_open`, besides those of `end`.
    """
    if into.pk == team.pk or into.group != team.group:
        raise Problem("merge_target_elsewhere")
    people = list(team.members.values_list("person_id", flat=True))
    with ending(team, "merge", by, into=into):
        if not queries.going_on(Team.objects.filter(pk=into.pk)).exists():
            raise Problem("team_not_open", name=str(into))
        end(team, "merge", by=by, note=note, merged_into=into)
        TeamMember.objects.bulk_create(
            [TeamMember(team=into, person_id=person) for person in people], ignore_conflicts=True
        )
    return team


@transaction.atomic
def disband(*, team, by, note):
    """The team ends, for a reason."""
    with ending(team, "disband", by):
        end(team, "disband", by=by, note=note)
    return team


def ending(team, move, by, into=None):
    """Hold the meeting that is at its plans and the teams, and write the step down.

    Raises Problem `meeting_not_deciding`.
    """
    meeting = meeting_at(team)
    if meeting is None:
        raise Problem("meeting_not_deciding", number=3)
    keep_open(meeting, Meeting.State.DECIDING)
    meeting.refresh_from_db()
    hold(*filter(None, [team, into]))
    rows = [
        Team.objects.filter(pk=team.pk),
        TeamMember.objects.filter(team=into),
        Presentation.objects.filter(team=team, meeting=meeting),
    ]
    timer = meeting.timer_ends_at
    words = {"name": str(team), "move": move, "timer": timer and timer.isoformat()}
    return deeds.recorded(meeting=meeting, kind="team_ended", by=by, rows=rows, **words)


def end(team, move, *, by, note, **values):
    """Make the move, unless the team has a plan by now. Raises Problem `team_has_plan_now`."""
    try:
        PROCESS.make(team, move, by=by, note=note, only_if=WITHOUT_PLAN, **values)
    except Problem as problem:
        if problem.code == "move_not_open" and Plan.objects.filter(team=team).exists():
            raise Problem("team_has_plan_now", name=str(team)) from None
        raise
    presentations.end_with(team, by=by)


def meeting_at(team):
    """The meeting of the team's group that is at its plans now, or None."""
    return Meeting.objects.filter(group=team.group.pk, state=Meeting.State.DECIDING).first()


def hold(*teams):
    """Lock the rows in one order by an UPDATE that changes nothing."""
    for pk in sorted(team.pk for team in teams):
        Team.objects.filter(pk=pk).update(next_place=F("next_place"))


def tell_of_undoing(team, *, before, by):
    """The history of a team that works again."""
    record_move(team, "undo", before=before, after=team.state, by=by)
