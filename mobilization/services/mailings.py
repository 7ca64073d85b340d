"""The jobs that mail letters and reminders, one invitation at a time."""

from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import jobs
from mobilization import notices
from mobilization.models import Invitation
from mobilization.presenters.letters import call
from mobilization.queries import invitations as lists
from mobilization.services.delivery import NAME, mail_each, send_letter, send_reminder, unreached
from mobilization.services.invitations import INVITATION


def register():
    """Make the two mailings known as kinds of job."""
    for kind, title, run in [
        ("letters", gettext_lazy("Letters of invitation"), mail_letters),
        ("reminders", gettext_lazy("Reminders"), mail_reminders),
    ]:
        jobs.register(
            kind, title=title, permission="mobilization.send_letters", run=run, home="groups"
        )


def mail_letters(job, report):
    """Mail the letter to everybody on the list who has not got it."""
    group = job.subject
    letter = partial(notices.invitation, call=call(group))
    send = partial(send_letter, INVITATION, letter, job.requested_by)
    outcome = mail_each(lists.to_mail(group), send, report, NAME)
    said = ngettext("%(count)d letter was sent.", "%(count)d letters were sent.", outcome.sent)
    on_paper = lists.to_post(group).filter(state=Invitation.State.LISTED).count()
    return result(group, outcome, said, paper_sentence(on_paper))


def mail_reminders(job, report):
    """Remind everybody who has not answered."""
    group = job.subject
    letter = partial(notices.reminder, call=call(group))
    send = partial(send_reminder, INVITATION, letter, job.requested_by)
    outcome = mail_each(lists.to_remind(group), send, report, NAME)
    said = ngettext("%(count)d reminder was sent.", "%(count)d reminders were sent.", outcome.sent)
    return result(group, outcome, said)


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
