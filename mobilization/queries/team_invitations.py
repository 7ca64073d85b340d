"""Who was absent and may be asked to join a team, and who has been asked."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery
from django.utils import timezone

from accounts.models import Person, PersonalLink, User
from core import jobs
from core.models import Job, Move
from mobilization.models import Attendance, Invitation, Meeting, Team, TeamInvitation, TeamMember
from mobilization.models.plans import CLOSED_STATES
from mobilization.queries.invitations import may_be_reminded
from mobilization.queries.teams import going_on

State = TeamInvitation.State
ANSWERS = ("join", "decline")
JOBS = ("team_letters", "team_reminders")
# In which meetings somebody can have been absent: after the third no team forms itself anew.
MISSED_IN = (1, 2)
PLACE = "team__priority__meeting__group__cluster__initiative"


@dataclass(frozen=True)
class Absent:
    """Somebody who may be asked, the meetings they missed, the other teams they were asked to."""

    person: Person
    missed: tuple[int, ...]
    asked: tuple[Team, ...]


def of(team):
    """The team's invitations by name, whatever was answered."""
    return all_of(TeamInvitation.objects.filter(team=team))


def all_of(invitations):
    return invitations.select_related(
        PLACE,
        "team__champion",
        "team__convener__organisation",
        "team__plan",
        "person__organisation",
    ).order_by("person__name", "pk")


def of_person(person):
    """The person's invitations that have gone out."""
    return all_of(TeamInvitation.objects.filter(person=person).exclude(state=State.LISTED))


def outside(invitations):
    """Those of people who are not in the team by another way."""
    members = TeamMember.objects.filter(team=OuterRef("team"), person=OuterRef("person"))
    return invitations.exclude(Exists(members))


def to_mail(team):
    """Not sent yet, by e-mail."""
    listed = outside(of(team)).filter(state=State.LISTED, on_paper=False)
    return listed.exclude(person__email="")


def to_post(team):
    """Not answered, by post: each with the person's `open_links`."""
    unanswered = outside(of(team)).filter(state__in=[State.LISTED, State.SENT])
    open_links = PersonalLink.objects.filter(revoked_at=None, expires_at__gt=timezone.now())
    by_post = unanswered.filter(Q(on_paper=True) | Q(person__email=""))
    return by_post.prefetch_related(Prefetch("person__links", open_links, to_attr="open_links"))


def to_remind(team):
    """Mailed, not answered, and not reminded for a day."""
    mailed = outside(of(team)).filter(state=State.SENT, sent_at__isnull=False, on_paper=False)
    return mailed.filter(may_be_reminded()).exclude(person__email="")


def with_history(invitations):
    """Adds `answered_by` (a name), `by_office`, `refused` (by the mail server) and `is_in`."""
    moves = Move.objects.filter(
        subject_type=ContentType.objects.get_for_model(TeamInvitation), subject_id=OuterRef("pk")
    ).order_by("-pk")
    answers = moves.filter(name__in=ANSWERS)
    user = ContentType.objects.get_for_model(User)
    members = TeamMember.objects.filter(team=OuterRef("team"), person=OuterRef("person"))
    return invitations.alias(by_type=Subquery(answers.values("by_type")[:1])).annotate(
        answered_by=Subquery(answers.values("by_name")[:1]),
        by_office=Q(by_type=user.pk),
        refused=Exists(moves.filter(name="refuse")) & Q(state=State.LISTED),
        is_in=Exists(members),
    )


def absent(team):
    """[Absent] by name: invited to the group, not at Meeting 1 or 2, not in the team nor asked."""
    held = list(held_meetings(team.group))
    people = candidates(team).prefetch_related(
        Prefetch("attendances", Attendance.objects.filter(meeting__in=held), to_attr="came_to"),
        Prefetch(
            "team_invitations",
            TeamInvitation.objects.select_related("team__priority"),
            to_attr="asked_to",
        ),
    )
    rows = [(person, missed_by(person, held)) for person in people]
    return [
        Absent(person, missed, tuple(row.team for row in person.asked_to))
        for person, missed in rows
        if missed
    ]


def held_meetings(group):
    """Those that are over, out of the ones that can be missed."""
    return Meeting.objects.filter(
        group=group, number__in=MISSED_IN, state=Meeting.State.CLOSED
    ).order_by("number")


def candidates(team):
    """The people with a seat whose invitation to the group is out, outside the team and unasked."""
    unsent = Invitation.objects.filter(
        seat__group=team.group, seat__person=OuterRef("pk"), state=Invitation.State.LISTED
    )
    people = Person.objects.filter(seats__group=team.group).exclude(Exists(unsent))
    return (
        people.exclude(team_memberships__team=team)
        .exclude(team_invitations__team=team)
        .select_related("organisation")
        .order_by("name", "pk")
    )


def missed_by(person, held):
    came_to = {row.meeting_id for row in person.came_to}
    return tuple(meeting.number for meeting in held if meeting.pk not in came_to)


def goes_on(team):
    """True while somebody can join: Meeting 1 is over, and neither team nor plan has ended."""
    plan = getattr(team, "plan", None)
    ended = team.state != Team.State.WORKING or (plan and plan.state in CLOSED_STATES)
    return team.priority.meeting.state == Meeting.State.CLOSED and not ended


def open_teams_of(convener):
    """The teams that the person calls together, after their Meeting 1, while they go on."""
    teams = Team.objects.filter(convener=convener, priority__meeting__state=Meeting.State.CLOSED)
    return going_on(teams).select_related("priority__meeting__group__cluster__initiative", "plan")


def unfinished_letters(team):
    """The job that mails this team's letters now, if there is one."""
    return of_team(jobs.unfinished(), team).filter(kind="team_letters")


def last_mailing(team):
    """The latest mailing of letters or reminders, or None."""
    return of_team(Job.objects.filter(kind__in=JOBS), team).first()


def of_team(found, team):
    kind = ContentType.objects.get_for_model(Team)
    return found.filter(subject_type=kind, subject_id=team.pk)
