"""The words around invitations: the list, the invitee's page, the entry on their home."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from core import guide
from core.access import may
from mobilization.models import Invitation, Letter
from mobilization.presenters.letters import call, in_time
from mobilization.presenters.personal import Entry
from mobilization.queries import invitations as lists

State = Invitation.State

ANSWER_WORDS = {
    State.SENT: _("You have not answered yet."),
    State.ACCEPTED: _("You have told us that you will come."),
    State.DECLINED: _("You have told us that you will not come."),
    State.UNSURE: _("You have told us that you are not sure yet."),
}
BUTTONS = [
    ("accept", _("Yes, I will come")),
    ("decline", _("No, I cannot come")),
    ("unsure", _("I am not sure yet")),
]
WHAT_NEXT = {
    State.ACCEPTED: _(
        "Keep the date. Before the meeting you will be sent a short paper on the cluster, to be "
        "read beforehand. On the day, this same link checks you in and takes your part."
    ),
    State.DECLINED: _("Thank you for telling us. If things change, change your answer here."),
    State.UNSURE: _("We keep the seat for you. Please come back here by the date given."),
}


def entries(link):
    """The person's invitations on their home, until the meeting is over: to answer, or change."""
    invitations = lists.to_a_meeting_ahead(lists.of_person(link.person))
    return [entry(link, invitation) for invitation in invitations]


def entry(link, invitation):
    group = invitation.seat.group
    waits = invitation.state == State.SENT
    return Entry(
        title=_("Invitation: %(group)s") % {"group": group},
        sentence=ANSWER_WORDS[invitation.state],
        action=_("Answer") if waits else _("Change the answer"),
        url=reverse("answer", args=[link.token, group.cluster.slug]),
        urgent=waits,
    )


@dataclass(frozen=True)
class Row:
    """One line of the invitation list."""

    invitation: Invitation
    remark: str
    doubtful: bool


def list_page(group, actor, page, wanted):
    """The invitation list: the letter's state, who answered what, what can be done."""
    letter = Letter.objects.filter(group=group).first()
    numbers = lists.counts(group)
    mailing = lists.last_mailing(group)
    return {
        "group": group,
        "letter": letter,
        "page": page,
        "rows": [row(invitation, mailing) for invitation in page],
        "counts": numbers,
        "filters": filters(numbers, wanted),
        "wanted": wanted,
        "mailing": mailing,
        "to_mail": lists.to_mail(group).count(),
        "next": next_step(group, letter, numbers),
        "to_post": lists.to_post(group).filter(state=State.LISTED).count(),
        "to_remind": lists.to_remind(group).count(),
        "advice": list_advice(group, letter, numbers),
        "may_send": may(actor, "mobilization.send_letters", group),
    }


def next_step(group, letter, numbers):
    """The one thing that comes next, in a sentence."""
    if not numbers["all"]:
        return _("Add people to the group; then write the letter.")
    if not letter:
        return _("Write the letter. A text to start from is there.")
    if not group.co_chairs:
        return _("Give a co-chair a seat: somebody has to sign the letter.")
    if numbers[State.LISTED]:
        return _("Some on the list have not been sent the letter.")
    if numbers[State.SENT]:
        day = date_format(letter.reply_by, "DATE_FORMAT")
        return _("Answers are asked for by %(day)s; remind those who are silent.") % {"day": day}
    return _("Everybody has answered.")


def list_advice(group, letter, numbers):
    advice = [guide.co_chairs(group.co_chairs), guide.invitees(numbers["all"])]
    if numbers[State.LISTED] < numbers["all"]:
        return [guide.participants(numbers[State.ACCEPTED]), *advice]
    meeting = lists.first_meeting(group)
    return [*advice, in_time(group, meeting)] if letter and meeting else advice


def filters(numbers, wanted):
    """[(value, label, number, chosen)]: all, and each state."""
    choices = [("", _("All"), numbers["all"])]
    choices += [(state.value, state.label, numbers[state]) for state in State]
    return [(value, label, number, value == wanted) for value, label, number in choices]


def row(invitation, mailing):
    at_work = mailing is not None and mailing.finished_at is None
    unheard = invitation.state == State.SENT and invitation.sent_at is None
    return Row(invitation, remark(invitation, unheard, at_work), unheard and not at_work)


def remark(invitation, unheard, at_work):
    """What the list says beside the state, in a sentence."""
    if unheard:
        return _("Going out now.") if at_work else _("It is not known whether the letter arrived.")
    if invitation.refused:
        return _("The letter could not be sent: check the address, then send the letters again.")
    if invitation.answered_at and invitation.by_office:
        return _("Recorded by %(name)s.") % {"name": invitation.answered_by}
    if invitation.state == State.LISTED and not invitation.person.email:
        return _("No e-mail address: the letter goes on paper.")
    return ""


def answer_given(invitation):
    """The answer as it stands, to start the form with."""
    given = {State.ACCEPTED: "accept", State.DECLINED: "decline", State.UNSURE: "unsure"}
    return {"answer": given.get(invitation.state), "note": invitation.note}


def answer_page(invitation):
    """The invitee's page: who calls, to what, and how the answer stands."""
    given = answer_given(invitation)["answer"]
    return {
        "invitation": invitation,
        "group": invitation.seat.group,
        "call": call(invitation.seat.group),
        "stands": ANSWER_WORDS[invitation.state],
        "next": WHAT_NEXT.get(invitation.state, ""),
        "buttons": [(name, label, name == given) for name, label in BUTTONS],
    }
