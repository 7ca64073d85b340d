"""Action teams: no champion, no team; the names are written down at once."""

from contextlib import contextmanager

from django.db import transaction
from django.db.models import F, ProtectedError, Q
from django.utils import timezone

from core.access import ensure
from core.problems import Problem, refused_as
from core.workflow import record_move
from mobilization.models import Meeting, Plan, Presentation, Priority, Seat, Team, TeamMember
from mobilization.models.plans import CLOSED_STATES
from mobilization.services import deeds
from mobilization.services.meetings import keep_open


@transaction.atomic
def form(*, priority, champion, convener, members=(), next_date=None, next_place="", by):
    """Form the team of a priority area. Champion and convener are members too.

    `members` are people with a seat in the group. Raises Problem `no_champion`, `no_convener`,
    `date_has_passed`, `no_seat` or `team_formed`.
    """
    open_teams(priority.meeting, by)
    require_leaders(champion, convener)
    require_to_come(next_date)
    with noted(priority, "team_formed", by):
        with refused_as("team_formed", name=priority.name):
            team = Team.objects.create(
                priority=priority,
                champion=champion,
                convener=convener,
                next_date=next_date,
                next_place=next_place,
            )
        add_members(team, [champion, convener, *members])
        Priority.objects.filter(pk=priority.pk).update(passed_over=False)
    return team


@transaction.atomic
def change(*, team, champion, convener, next_date, next_place="", by):
    """Change who leads a team, and when and where it meets next, also after Meeting 1.

    Raises as `form`, and `team_not_open`.
    """
    require_leaders(champion, convener)
    require_to_come(next_date, stands=team.next_date)
    with changing(team, "team_changed", by):
        Team.objects.filter(pk=team.pk).update(
            champion=champion, convener=convener, next_date=next_date, next_place=next_place
        )
        add_members(team, [champion, convener])
    team.refresh_from_db()
    return team


@transaction.atomic
def meet_next(*, team, next_date, next_place="", by):
    """Say when and where a team meets next, after Meeting 1 or a later one.

    Raises Problem `team_not_open` or `date_has_passed`.
    """
    ensure(by, "mobilization.invite_to_team", team)
    keep_going(team)
    require_to_come(next_date, stands=team.next_date)
    Team.objects.filter(pk=team.pk).update(next_date=next_date, next_place=next_place)
    team.refresh_from_db()
    return team


@transaction.atomic
def add_member(*, team, person, by):
    """Write a volunteer down; later an absent invitee, or who was won over since, as joined then.

    Raises Problem `part_not_open`, `team_not_open` or `no_seat`.
    """
    with changing(team, "member_added", by, person=person.name):
        add_members(team, [person])


def keep_going(team):
    """Hold a team that goes on until the transaction ends, or raise Problem `team_not_open`.

    Whoever merges or disbands its plan, or opens Meeting 1 again, comes before or after: a merge
    takes along everybody who is in by then.
    """
    plans = Plan.objects.filter(team=team)
    goes_on = plans.exclude(state__in=CLOSED_STATES).update(version=F("version"))
    works = Team.objects.filter(pk=team.pk, state=Team.State.WORKING)
    over = Meeting.objects.filter(pk=team.priority.meeting_id, state=Meeting.State.CLOSED)
    if (
        (not goes_on and plans.exists())
        or not over.update(version=F("version") + 1)
        or not works.update(next_place=F("next_place"))
    ):
        raise Problem("team_not_open", name=str(team))


@transaction.atomic
def remove_member(*, team, person, by):
    """Strike somebody from the team, also after Meeting 1; nobody is left to present for it.

    Raises Problem `part_not_open`, `team_not_open` or `leads_the_team`.
    """
    with changing(team, "member_removed", by, person=person.name):
        if Team.objects.filter(Q(champion=person) | Q(convener=person), pk=team.pk).exists():
            raise Problem("leads_the_team", name=person.name)
        team.members.filter(person=person).delete()
        coming = team.presentations.filter(person=person, state=Presentation.State.WAITING)
        coming.update(person=None, confirmed_at=None, confirmed_by_name="")


@transaction.atomic
def undo(*, team, by):
    """Undo a team that was formed by mistake. Raises Problem `team_has_plan`."""
    open_teams(team.priority.meeting, by)
    with noted(team.priority, "team_undone", by):
        try:
            with transaction.atomic():
                team.delete()
        except ProtectedError:
            raise Problem("team_has_plan", name=str(team)) from None


@contextmanager
def changing(team, kind, by, **words):
    """Change a team inside: as a step while the teams form, later as a line of its history."""
    meeting = team.priority.meeting
    if not is_over(meeting):
        open_teams(meeting, by)
        with noted(team.priority, kind, by, **words):
            yield
        return
    ensure(by, "mobilization.form_teams", team)
    keep_going(team)
    yield
    record_move(team, kind, before="", after="", by=by, note=words.get("person", ""))


def is_over(meeting):
    return Meeting.objects.filter(pk=meeting.pk, state=Meeting.State.CLOSED).exists()


def noted(priority, kind, by, **words):
    """Write down what changes in the team of an area and in its members."""
    team = Team.objects.filter(priority=priority)
    members = TeamMember.objects.filter(team__priority=priority)
    rows = [Priority.objects.filter(pk=priority.pk), team, members]
    words |= {"name": priority.name}
    return deeds.recorded(meeting=priority.meeting, kind=kind, by=by, rows=rows, **words)


def open_teams(meeting, by):
    """Raise unless `by` may form teams now."""
    ensure(by, "mobilization.form_teams", meeting)
    keep_open(meeting, Meeting.State.TEAMS)


def require_to_come(date, stands=None):
    """A team agrees on a date to come; one that `stands` and has passed meanwhile may stay.

    Forms tell the minute alone. Raises Problem `date_has_passed`.
    """
    if date and date < timezone.now() and (not stands or date != to_the_minute(stands)):
        raise Problem("date_has_passed")


def to_the_minute(moment):
    return moment.replace(second=0, microsecond=0)


def require_leaders(champion, convener):
    if champion is None:
        raise Problem("no_champion")
    if convener is None:
        raise Problem("no_convener")


def add_members(team, people):
    """Write people down once each; after Meeting 1 as joined at this moment. Raises `no_seat`."""
    joined_at = timezone.now() if is_over(team.priority.meeting) else None
    for person in people:
        if not Seat.objects.filter(group=team.group, person=person).exists():
            raise Problem("no_seat", name=person.name)
        TeamMember.objects.get_or_create(
            team=team, person=person, defaults={"joined_at": joined_at}
        )
