"""What Meetings 2 and 3 decide on a plan, as a step of the meeting that can be undone."""

from contextlib import contextmanager

from core.workflow import record_move
from mobilization.models import Meeting, Plan, PlanVersion, Presentation, Team, TeamMember
from mobilization.models.plans import MEETINGS_OF_STATE, PROCESS
from mobilization.models.presentations import ON
from mobilization.queries.plans import PARTS
from mobilization.services import deeds
from mobilization.services.meetings import keep_open


@contextmanager
def noted(plan, move, *, by, rows=()):
    """Does the decision, and writes it down with how it changed `rows` besides the plan's state.

    Where no meeting is at this plan there is no step; the decision then refuses by itself. Nobody
    else changes the rows meanwhile, since whoever does holds the meeting first.
    """
    meeting = meeting_at(plan)
    if meeting is None:
        yield
        return
    keep_open(meeting, Meeting.State.DECIDING)
    meeting.refresh_from_db()
    version, before, timer = plan.version, plan.state, meeting.timer_ends_at
    rows = [*rows, Presentation.objects.filter(team=plan.team, meeting=meeting)]
    stood = deeds.images(rows)
    yield
    deeds.note(
        meeting=meeting,
        kind="plan_decided",
        by=by,
        changes=deeds.differences(stood, deeds.images(rows)),
        plan=plan.pk,
        name=plan.title,
        version=version,
        move=move,
        before=before,
        timer=timer and timer.isoformat(),
    )


def meeting_at(plan):
    """The meeting that is at this plan now, or None."""
    numbers = MEETINGS_OF_STATE.get(plan.state, ())
    meetings = Meeting.objects.filter(group=plan.team.group.pk, number__in=numbers)
    return meetings.filter(state=Meeting.State.DECIDING).first()


def members_of(team):
    """The rows that a merge into the plan of `team` adds to."""
    return [TeamMember.objects.filter(team=team)]


def split_off(team):
    """The rows of the teams beside `team` and of their plans, those first that others need."""
    beside = {"plan__team__split_from": team}
    return [
        Team.objects.filter(split_from=team),
        TeamMember.objects.filter(team__split_from=team),
        Presentation.objects.filter(team__split_from=team),
        Plan.objects.filter(team__split_from=team),
        PlanVersion.objects.filter(**beside),
        *(model.objects.filter(**beside) for model, _names in PARTS.values()),
    ]


def turn_back(words, *, by):
    """The plan of a step stands again where it stood; None where it has gone on since."""
    plan = Plan.objects.select_related("team").get(pk=words["plan"])
    now, before = PROCESS.steps[words["move"]].target or words["before"], words["before"]
    stands = Plan.objects.filter(pk=plan.pk, state=now)
    if not stands.update(state=before, merged_into=None):
        return None
    record_move(plan, "undo", before=now, after=before, by=by)
    plan.refresh_from_db()
    return plan


def had_the_floor(changes):
    """True if the decision ended the turn of the team, and with it the timer."""
    return any(
        model is Presentation and before and before["state"] in ON
        for model, before, _now in changes
    )
