"""The words around asking absent invitees: the team's list, the invitee's own page."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from accounts.models import User
from core.access import may
from mobilization.models import Meeting, TeamInvitation
from mobilization.models.plans import Plan
from mobilization.presenters import team_letters
from mobilization.presenters.personal import Entry
from mobilization.presenters.teams import in_words
from mobilization.queries import team_invitations as lists

State = TeamInvitation.State

ANSWER_WORDS = {
    State.SENT: gettext_lazy("You have not answered yet."),
    State.JOINED: gettext_lazy("You are in the team."),
    State.DECLINED: gettext_lazy("You have told us that you do not join."),
}
BUTTONS = [
    ("join", gettext_lazy("Yes, I join the team")),
    ("decline", gettext_lazy("No, I do not join")),
]
GIVEN = {State.JOINED: "join", State.DECLINED: "decline"}


@dataclass(frozen=True)
class Candidate:
    """Somebody who was absent and may be asked."""

    person_id: int
    name: str
    organisation: str
    missed: str
    remark: str


@dataclass(frozen=True)
class Row:
    """Somebody who was asked, where that stands, and what can be done."""

    invitation: TeamInvitation
    remark: str
    is_doubtful: bool
    is_waiting: bool


def page(team, place, actor):
    """A team's list of absent invitees: whom to ask, who was asked, the one next step."""
    mailing = lists.last_mailing(team)
    asked = [row(invitation, mailing) for invitation in lists.with_history(lists.of(team))]
    candidates = [candidate(found) for found in lists.absent(team)]
    counts = {
        "to_mail": lists.to_mail(team).count(),
        "to_post": lists.to_post(team).filter(state=State.LISTED).count(),
        "to_remind": lists.to_remind(team).count(),
    }
    is_user = isinstance(actor, User)
    return {
        "team": team,
        "goes_on": lists.goes_on(team),
        "when": in_words(team.next_date) if team.meets_again else "",
        "candidates": candidates,
        "asked": asked,
        "next": next_step(team, counts, candidates, asked),
        "sample": team_letters.sample(team_letters.call(team)),
        "mailing": mailing if is_user else None,
        "may_post": may(actor, "mobilization.send_letters", team),
        "may_record": is_user and may(actor, "mobilization.answer_team_invitation", team),
        "urls": {name: place.url(name, team.pk) for name in OWN_PAGES},
        **counts,
    }


OWN_PAGES = ("team_invitees", "team_letters", "team_next")


LETTERS = [
    (
        "to_mail",
        ngettext_lazy(
            "%(count)d letter has not gone out yet.",
            "%(count)d letters have not gone out yet.",
            "count",
        ),
        "send",
    ),
    (
        "to_post",
        ngettext_lazy(
            "%(count)d letter goes by post and has to be printed.",
            "%(count)d letters go by post and have to be printed.",
            "count",
        ),
        "paper",
    ),
    (
        "to_remind",
        ngettext_lazy(
            "%(count)d person has not answered and can be reminded.",
            "%(count)d people have not answered and can be reminded.",
            "count",
        ),
        "remind",
    ),
]


def next_step(team, counts, candidates, asked):
    """(sentence, which button is the one) of what comes next."""
    if not lists.goes_on(team):
        return ended(team), ""
    if not team.meets_again:
        return _("Say when and where the team meets next; the letter tells it."), "date"
    for name, sentence, button in LETTERS:
        if counts[name]:
            return sentence % {"count": counts[name]}, button
    if any(row.invitation.state == State.SENT for row in asked):
        return _("Answers are awaited; nobody is reminded twice in a day."), ""
    if candidates:
        return _(
            "Tick whom you want in the team. Each gets one letter, with a link of their own."
        ), ""
    return _("Nobody is left to ask."), ""


def ended(team):
    """Why nobody joins here now."""
    if team.priority.meeting.state != Meeting.State.CLOSED:
        return _("Meeting 1 is not over: people join in the room. Ask the absent afterwards.")
    if team.plan.state == Plan.State.MERGED:
        return _("The team goes on in another one: “%(title)s”.") % {
            "title": team.plan.merged_into.title
        }
    return _("The cluster group has ended this team's work.")


def candidate(found):
    asked = ", ".join(f"“{team}”" for team in found.asked)
    return Candidate(
        person_id=found.person.pk,
        name=found.person.name,
        organisation=str(found.person.organisation or ""),
        missed=missed(found.missed),
        remark=_("asked to join %(teams)s already") % {"teams": asked} if asked else "",
    )


def missed(numbers):
    if len(numbers) > 1:
        return _("missed Meetings 1 and 2")
    return _("missed Meeting %(number)d") % {"number": numbers[0]}


def row(invitation, mailing):
    at_work = mailing is not None and mailing.finished_at is None
    unheard = invitation.state == State.SENT and invitation.sent_at is None
    return Row(
        invitation,
        remark(invitation, unheard, at_work),
        is_doubtful=unheard and not at_work,
        is_waiting=invitation.state == State.LISTED and not at_work,
    )


def remark(invitation, unheard, at_work):
    """What the list says beside the state, in a sentence."""
    if invitation.is_in and invitation.state != State.JOINED:
        return _("Is in the team by now.")
    if unheard:
        return _("Going out now.") if at_work else _("It is not known whether the letter arrived.")
    if invitation.refused:
        return _("The letter could not be sent: check the address, or write by post.")
    if invitation.answered_at and invitation.by_office:
        return _("Recorded by %(name)s.") % {"name": invitation.answered_by}
    if invitation.state == State.LISTED and invitation.on_paper:
        return _("The letter goes by post.")
    return ""


def answer_given(invitation):
    """The answer as it stands, to start the form with."""
    return {"answer": GIVEN.get(invitation.state), "note": invitation.note}


def answer_page(invitation):
    """The invitee's page: which team, who calls it together, when, and how the answer stands."""
    team, given = invitation.team, GIVEN.get(invitation.state)
    goes_on = lists.goes_on(team)
    return {
        "invitation": invitation,
        "call": team_letters.call(team),
        "stands": ANSWER_WORDS[invitation.state] if goes_on else ended(team),
        "next": what_next(invitation) if goes_on else "",
        "goes_on": goes_on,
        "buttons": [(name, label, name == given) for name, label in BUTTONS],
    }


def what_next(invitation):
    if invitation.state == State.JOINED:
        return _("The convener has been told. You find the team's plan and papers on your page.")
    if invitation.state == State.DECLINED:
        return _("Thank you for telling us. If things change, change your answer here.")
    return ""


def entries(link):
    """Invitations to answer or to change, and the teams that the person calls together."""
    asked = [asked_entry(link, row) for row in lists.of_person(link.person)]
    return [
        *filter(None, asked),
        *(own_entry(link, team) for team in lists.open_teams_of(link.person)),
    ]


def asked_entry(link, invitation):
    if not lists.goes_on(invitation.team):
        return None
    waits = invitation.state == State.SENT
    return Entry(
        title=_("Will you join the team “%(team)s”?") % {"team": invitation.team},
        sentence=ANSWER_WORDS[invitation.state],
        action=_("Answer") if waits else _("Change the answer"),
        url=reverse("team_answer", args=[link.token, invitation.team_id]),
        urgent=waits,
    )


def own_entry(link, team):
    return Entry(
        title=_("You call this team together: %(team)s") % {"team": team},
        sentence=_("Say when it meets next, and ask those who were absent to join."),
        action=_("Date and absent invitees"),
        url=reverse("personal_team_invitees", args=[link.token, team.pk]),
    )
