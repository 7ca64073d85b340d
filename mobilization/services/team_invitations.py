"""Absent invitees are chosen for a team, written to once, and answer by their own link.

Each letter goes out at most once, as those of a group do: a job claims the invitation by the move
from `listed` to `sent`, which only one of many can make, and then mails it.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import links
from accounts.models import Person
from core import jobs
from core.access import ensure
from core.problems import Problem
from core.workflow import Process, Step
from mobilization.models import Meeting, Presentation, Seat, Team, TeamInvitation, TeamMember
from mobilization.notices import team_invitations as notices
from mobilization.queries import team_invitations as lists
from mobilization.services import delivery, teams

State = TeamInvitation.State
INVITE, ANSWER = "mobilization.invite_to_team", "mobilization.answer_team_invitation"
ANSWERABLE = (State.SENT, State.JOINED, State.DECLINED)

TEAM_INVITATION = Process(
    Step("send", _("Letter sent"), (State.LISTED,), State.SENT, INVITE),
    Step("post", _("Letter posted"), (State.LISTED,), State.SENT, INVITE),
    Step("refuse", _("Letter refused"), (State.SENT,), State.LISTED, INVITE, note_required=True),
    Step("send_again", _("To be sent again"), (State.SENT,), State.LISTED, INVITE),
    Step("remind", _("Reminder sent"), (State.SENT,), State.SENT, INVITE),
    Step("join", _("Joined the team"), ANSWERABLE, State.JOINED, ANSWER),
    Step("decline", _("Does not join"), ANSWERABLE, State.DECLINED, ANSWER),
)


@transaction.atomic
def choose(*, team, people, on_paper=False, by):
    """Ask people with a seat to join, each once; returns the job that mails them, or None.

    Whoever has no e-mail address, or all of them `on_paper`, are written to by post. Raises
    Problem `nobody_chosen`, `team_not_open` or `no_seat`; who was asked before is left as it is.
    """
    ensure(by, INVITE, team)
    if not people:
        raise Problem("nobody_chosen")
    teams.keep_going(team)
    for person in people:
        if not Seat.objects.filter(group=team.group, person=person).exists():
            raise Problem("no_seat", name=person.name)
        TeamInvitation.objects.get_or_create(
            team=team,
            person=person,
            defaults={"chosen_by_name": str(by), "on_paper": on_paper},
        )
    return request("team_letters", team, by) if lists.to_mail(team).exists() else None


@transaction.atomic
def send(*, team, by):
    """Mail the letters that have not gone out. Returns the job; raises `team_letters_all_sent`."""
    ensure(by, INVITE, team)
    if not lists.to_mail(team).exists():
        raise Problem("team_letters_all_sent")
    return request("team_letters", team, by)


@transaction.atomic
def remind(*, team, by):
    """Remind those who have not answered, nobody twice in a day. Raises `nobody_to_remind`."""
    ensure(by, INVITE, team)
    if not lists.to_remind(team).exists():
        raise Problem("nobody_to_remind")
    return request("team_reminders", team, by)


def request(kind, team, by):
    """The job; a convener has no account, so the person stands in its arguments."""
    place = team.initiative.slug
    if isinstance(by, Person):
        return jobs.request(kind, place=place, by=None, subject=team, person=by.pk)
    return jobs.request(kind, place=place, by=by, subject=team)


@transaction.atomic
def prepare_paper(*, team, by):
    """Make the personal links that stand in the printed letters. Raises `team_not_open`."""
    ensure(by, "mobilization.send_letters", team)
    teams.keep_going(team)
    for invitation in lists.to_post(team):
        links.for_person(invitation.person)


@transaction.atomic
def post(*, team, by):
    """Mark the letters that went out on paper; returns the invitations that were marked."""
    ensure(by, "mobilization.send_letters", team)
    return delivery.posted(TEAM_INVITATION, lists.to_post(team), by)


@transaction.atomic
def send_again(*, invitation, by):
    """Put a doubtful letter back, to be sent with the next ones. Raises `letters_going_out`."""
    going_out = lists.unfinished_letters(invitation.team)
    return delivery.put_back(TEAM_INVITATION, invitation, going_out, by)


@transaction.atomic
def put_on_paper(*, invitation, by):
    """Write by post instead, before the letter is out. Raises `team_letter_is_out`."""
    ensure(by, INVITE, invitation)
    if not waiting(invitation).update(on_paper=True):
        raise Problem("team_letter_is_out", name=invitation.person.name)


@transaction.atomic
def strike(*, invitation, by):
    """Do not ask somebody after all, before the letter is out. Raises `team_letter_is_out`."""
    ensure(by, INVITE, invitation)
    if not waiting(invitation).delete()[0]:
        raise Problem("team_letter_is_out", name=invitation.person.name)


def waiting(invitation):
    return TeamInvitation.objects.filter(pk=invitation.pk, state=State.LISTED)


@transaction.atomic
def answer(*, invitation, answer, note="", by):
    """Record "join" or "decline"; the same answer again changes nothing.

    Whoever joins is in the team at once, and its convener hears of it. Raises Problem
    `not_asked_yet`, `team_not_open`, `no_seat`, or `leads_the_team` and `presents_for_the_team`
    where somebody cannot just leave.
    """
    ensure(by, ANSWER, invitation)
    teams.keep_going(invitation.team)
    note = note.strip()
    invitation.refresh_from_db()
    if invitation.state == State.LISTED:
        raise Problem("not_asked_yet", name=invitation.person.name)
    if (invitation.state, invitation.note) == (TEAM_INVITATION.steps[answer].target, note):
        return invitation
    CARRY_OUT[answer](invitation)
    TEAM_INVITATION.make(invitation, answer, by=by, note=note, answered_at=timezone.now())
    TeamInvitation.objects.filter(pk=invitation.pk).update(note=note)
    invitation.note = note
    return invitation


def enter(invitation):
    team, person = invitation.team, invitation.person
    is_new = not team.members.filter(person=person).exists()
    teams.add_members(team, [person])
    if is_new:
        transaction.on_commit(lambda: notices.joined(invitation), robust=True)


def leave(invitation):
    """Take the person out of the team, unless something there rests on them."""
    team, person = invitation.team, invitation.person
    leads = Q(champion=person) | Q(convener=person)
    if Team.objects.filter(leads, pk=team.pk).exists():
        raise Problem("leads_the_team", name=person.name)
    # First of all: whoever names the person to present holds this row.
    TeamMember.objects.filter(team=team, person=person).delete()
    turns = Presentation.objects.filter(team=team, person=person)
    if turns.exclude(meeting__state=Meeting.State.CLOSED).exists():
        raise Problem("presents_for_the_team", name=person.name)


CARRY_OUT = {"join": enter, "decline": leave}
