"""The jobs that ask absent invitees to join a team, and remind them, one letter at a time."""

from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import Person
from core import jobs
from mobilization.models import TeamInvitation
from mobilization.notices import team_invitations as notices
from mobilization.presenters import team_letters
from mobilization.queries import team_invitations as lists
from mobilization.services.delivery import NAME, mail_each, send_letter, send_reminder, unreached
from mobilization.services.team_invitations import INVITE, TEAM_INVITATION


def register():
    for kind, title, run in [
        ("team_letters", gettext_lazy("Letters to absent invitees"), mail_letters),
        ("team_reminders", gettext_lazy("Reminders to absent invitees"), mail_reminders),
    ]:
        jobs.register(kind, title=title, permission=INVITE, run=run, home="plan_list")


def mail_letters(job, report):
    """Mail the letter to everybody who was chosen and has not got it."""
    team = job.subject
    letter = partial(notices.letter, words=team_letters.call(team))
    send = partial(send_letter, TEAM_INVITATION, letter, asker(job))
    outcome = mail_each(lists.to_mail(team), send, report, NAME)
    said = ngettext("%(count)d letter was sent.", "%(count)d letters were sent.", outcome.sent)
    on_paper = lists.to_post(team).filter(state=TeamInvitation.State.LISTED).count()
    return result(team, outcome, said, by_post(on_paper))


def by_post(count):
    """How many letters wait to be printed, or nothing."""
    said = ngettext(
        "%(count)d letter goes by post: print it.",
        "%(count)d letters go by post: print them.",
        count,
    )
    return said % {"count": count} if count else ""


def mail_reminders(job, report):
    """Remind everybody who has not answered."""
    team = job.subject
    letter = partial(notices.reminder, words=team_letters.call(team))
    send = partial(send_reminder, TEAM_INVITATION, letter, asker(job))
    outcome = mail_each(lists.to_remind(team), send, report, NAME)
    said = ngettext("%(count)d reminder was sent.", "%(count)d reminders were sent.", outcome.sent)
    return result(team, outcome, said)


def asker(job):
    """Who asked for the mailing: a user, or the convener, who has no account."""
    return job.requested_by or Person.objects.get(pk=job.arguments["person"])


def result(team, outcome, said, *more):
    """What the job's page shows when it is ready."""
    return {
        "lines": [said % {"count": outcome.sent}, *unreached(outcome), *filter(None, more)],
        "url": reverse("team_invitees", args=[team.initiative.slug, team.pk]),
        "link": _("See who was asked"),
    }
