"""The jobs that mail letters and reminders, one invitation at a time."""

from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import jobs, mail
from core.problems import Problem
from mobilization import notices
from mobilization.models import Invitation
from mobilization.presenters.letters import call
from mobilization.queries import invitations as lists
from mobilization.services.invitations import claim


def register():
    """Make the two mailings known as kinds of job."""
    for kind, title, run in [
        ("letters", gettext_lazy("Letters of invitation"), mail_letters),
        ("reminders", gettext_lazy("Reminders"), mail_reminders),
    ]:
        jobs.register(
            kind, title=title, permission="mobilization.send_letters", run=run, home="groups"
        )


NAME = attrgetter("person.name")


@dataclass
class Outcome:
    """What a mailing has done so far: how many went out, and who could not be reached."""

    sent: int = 0
    refused: list = field(default_factory=list)


def mail_letters(job, report):
    """Mail the letter to everybody on the list who has not got it."""
    group = job.subject
    send = partial(send_letter, call(group), job.requested_by)
    outcome = mail_each(lists.to_mail(group), send, report, NAME)
    said = ngettext("%(count)d letter was sent.", "%(count)d letters were sent.", outcome.sent)
    on_paper = lists.to_post(group).filter(state=Invitation.State.LISTED).count()
    return result(group, outcome, said, paper_sentence(on_paper))


def mail_reminders(job, report):
    """Remind everybody who has not answered."""
    group = job.subject
    send = partial(send_reminder, call(group), job.requested_by)
    outcome = mail_each(lists.to_remind(group), send, report, NAME)
    said = ngettext("%(count)d reminder was sent.", "%(count)d reminders were sent.", outcome.sent)
    return result(group, outcome, said)


def mail_each(rows, send, report, name=attrgetter("name")):
    """Try each row once over one connection, by `send(row, connection, outcome)`.

    `name(row)` is who it is for. Raises Problem `mail_server_away`.
    """
    rows, outcome = list(rows), Outcome()
    try:
        with mail.connection() as connection:
            for number, row in enumerate(rows):
                report(100 * number // len(rows), name(row))
                send(row, connection, outcome)
    except mail.TROUBLE:
        raise Problem("mail_server_away", sent=outcome.sent) from None
    return outcome


def send_letter(words, by, invitation, connection, outcome):
    """Claim, mail, then note that the server took it; at most one letter per claim."""
    if claim(invitation, "send", by=by) is None:
        return
    trouble = hand_over(notices.invitation(invitation, words), connection)
    if trouble:
        claim(invitation, "refuse", by=by, note=reason(trouble), only_if=Q(sent_at=None))
        outcome.refused.append(invitation.person.name)
    else:
        sent = Invitation.objects.filter(pk=invitation.pk)
        sent.exclude(state=Invitation.State.LISTED).update(sent_at=timezone.now())
        outcome.sent += 1


def send_reminder(words, by, invitation, connection, outcome):
    """Claim the day's reminder, then mail it; a refused one can be tried again at once."""
    before = invitation.reminded_at
    due = lists.may_be_reminded()
    if claim(invitation, "remind", by=by, only_if=due, reminded_at=timezone.now()) is None:
        return
    if hand_over(notices.reminder(invitation, words), connection):
        Invitation.objects.filter(pk=invitation.pk).update(reminded_at=before)
        outcome.refused.append(invitation.person.name)
    else:
        outcome.sent += 1


def hand_over(message, connection):
    """The mail server's trouble with the message, or None once it took it."""
    try:
        connection.send_messages([message])
    except mail.TROUBLE as trouble:
        connection.close()  # the next message opens a fresh one
        return trouble
    return None


def reason(trouble):
    return _("The mail server refused it: %(reason)s") % {"reason": str(trouble)[:200]}


def paper_sentence(count):
    """How many letters wait to be printed, or nothing."""
    if not count:
        return ""
    return ngettext(
        "%(count)d person has no e-mail address: print their letter.",
        "%(count)d people have no e-mail address: print their letters.",
        count,
    ) % {"count": count}


def result(group, outcome, said, *more):
    """What the job's page shows when it is ready."""
    return {
        "lines": [said % {"count": outcome.sent}, *unreached(outcome), *filter(None, more)],
        "url": reverse("invitations", args=[group.initiative.slug, group.cluster.slug]),
        "link": _("See the invitation list"),
    }


def unreached(outcome):
    """A sentence for each whose letter the mail server refused."""
    said = _("%(name)s could not be reached: check the e-mail address, then send again.")
    return [said % {"name": name} for name in outcome.refused]
