"""The co-chairs' letter, its way to the invitees, and their answers.

Each letter goes out at most once. A job first claims the invitation by the move from `listed` to
`sent`, which only one of many can make, and then mails it. A letter that the mail server refuses
goes back to the list with the reason. A worker that dies between claim and mail leaves `sent`
without `sent_at`; the list shows that invitation as doubtful, and a person decides to send it
again, because nobody is to find the same letter twice in their mail by our doing.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import links
from core import jobs
from core.access import ensure
from core.problems import Problem
from core.workflow import Process, Step
from mobilization.models import Invitation, Letter, Seat
from mobilization.queries import invitations as lists
from mobilization.services import delivery

State = Invitation.State
SEND, ANSWER = "mobilization.send_letters", "mobilization.answer_invitation"
ANSWERABLE = (State.SENT, State.ACCEPTED, State.DECLINED, State.UNSURE)

INVITATION = Process(
    Step("send", _("Letter sent"), (State.LISTED,), State.SENT, SEND),
    Step("post", _("Letter posted"), (State.LISTED,), State.SENT, SEND),
    Step("refuse", _("Letter refused"), (State.SENT,), State.LISTED, SEND, note_required=True),
    Step("send_again", _("To be sent again"), (State.SENT,), State.LISTED, SEND),
    Step("remind", _("Reminder sent"), (State.SENT,), State.SENT, SEND),
    Step("accept", _("Will come"), ANSWERABLE, State.ACCEPTED, ANSWER),
    Step("decline", _("Will not come"), ANSWERABLE, State.DECLINED, ANSWER),
    Step("unsure", _("Not sure yet"), ANSWERABLE, State.UNSURE, ANSWER),
)


@transaction.atomic
def send(*, group, by):
    """Start the job that mails the letter to everybody who has not got it. Returns the job.

    Raises Problem `letter_missing`, `letter_without_co_chair`, `letter_without_invitee` or
    `letters_all_sent`.
    """
    ensure(by, SEND, group)
    ready_to_send(group)
    if not lists.to_mail(group).exists():
        raise Problem("letters_all_sent")
    return jobs.request("letters", place=group.initiative.slug, by=by, subject=group)


def ready_to_send(group):
    """A letter needs its text, somebody who signs it and somebody who gets it."""
    if not Letter.objects.filter(group=group).exists():
        raise Problem("letter_missing")
    roles = set(group.seats.values_list("role", flat=True))
    if Seat.Role.CO_CHAIR not in roles:
        raise Problem("letter_without_co_chair")
    if Seat.Role.INVITEE not in roles:
        raise Problem("letter_without_invitee")


@transaction.atomic
def remind(*, group, by):
    """Start the job that reminds everybody who has not answered. Returns the job.

    Nobody is reminded twice within a day. Raises Problem `nobody_to_remind`.
    """
    ensure(by, SEND, group)
    if not lists.to_remind(group).exists():
        raise Problem("nobody_to_remind")
    return jobs.request("reminders", place=group.initiative.slug, by=by, subject=group)


@transaction.atomic
def prepare_paper(*, group, by):
    """Make the personal links that stand in the printed letters. Raises as `send` does."""
    ensure(by, SEND, group)
    ready_to_send(group)
    for invitation in lists.to_post(group):
        links.for_person(invitation.person)


@transaction.atomic
def post(*, group, by):
    """Mark the letters that went out on paper; returns the invitations that were marked."""
    ensure(by, SEND, group)
    ready_to_send(group)
    return delivery.posted(INVITATION, lists.to_post(group), by)


@transaction.atomic
def send_again(*, invitation, by):
    """Put a doubtful letter back on the list, to be sent with the next ones.

    Raises Problem `letters_going_out` while a job may still be at it.
    """
    going_out = lists.unfinished_letters(invitation.seat.group)
    return delivery.put_back(INVITATION, invitation, going_out, by)


@transaction.atomic
def answer(*, invitation, answer, note="", by):
    """Record "accept", "decline" or "unsure". The same answer again changes nothing.

    Raises Problem `not_invited_yet`, or `move_not_open` where another answer came in between.
    """
    note = note.strip()
    invitation.refresh_from_db()
    if invitation.state == State.LISTED:
        raise Problem("not_invited_yet", name=invitation.person.name)
    same = Q(state=INVITATION.steps[answer].target, note=note)
    try:
        INVITATION.make(
            invitation, answer, by=by, note=note, only_if=~same, answered_at=timezone.now()
        )
    except Problem as problem:
        if problem.code != "move_not_open" or not stands(invitation, same):
            raise
    else:
        invitation.note = note
        invitation.save(update_fields=["note"])
    return invitation


def stands(invitation, answer):
    """True if this very answer is stored; the record is read again."""
    invitation.refresh_from_db()
    return Invitation.objects.filter(answer, pk=invitation.pk).exists()
