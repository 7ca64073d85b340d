"""The jobs that ask absent invitees to join a team, and remind them, one letter at a time."""

from functools import partial

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import Person
from core import jobs
from mobilization.models import TeamInvitation
from mobilization.notices import team_invitations as notices
from mobilization.presenters import team_letters
from mobilization.queries import team_invitations as lists
from mobilization.queries.invitations import may_be_reminded
from mobilization.services.mailings import (
    NAME,
    hand_over,
    mail_each,
    reason,
    unreached,
)
from mobilization.services.team_invitations import INVITE, claim


def register():
    for kind, title, run in [
        ("team_letters", gettext_lazy("Letters to absent invitees"), mail_letters),
        ("team_reminders", gettext_lazy("Reminders to absent invitees"), mail_reminders),
    ]:
        jobs.register(kind, title=title, permission=INVITE, run=run, home="plan_list")


def mail_letters(job, report):
    """Mail the letter to everybody who was chosen and has not got it."""
    team = job.subject
    send = partial(send_letter, team_letters.call(team), asker(job))
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
    send = partial(send_reminder, team_letters.call(team), asker(job))
    outcome = mail_each(lists.to_remind(team), send, report, NAME)
    said = ngettext("%(count)d reminder was sent.", "%(count)d reminders were sent.", outcome.sent)
    return result(team, outcome, said)


def asker(job):
    """Who asked for the mailing: a user, or the convener, who has no account."""
    return job.requested_by or Person.objects.get(pk=job.arguments["person"])


def send_letter(words, by, invitation, connection, outcome):
    """Claim, mail, then note that the server took it; at most one letter per claim."""
    if claim(invitation, "send", by=by) is None:
        return
    trouble = hand_over(notices.letter(invitation, words), connection)
    if trouble:
        claim(invitation, "refuse", by=by, note=reason(trouble), only_if=Q(sent_at=None))
        outcome.refused.append(invitation.person.name)
    else:
        sent = TeamInvitation.objects.filter(pk=invitation.pk)
        sent.exclude(state=TeamInvitation.State.LISTED).update(sent_at=timezone.now())
        outcome.sent += 1


def send_reminder(words, by, invitation, connection, outcome):
    """Claim the day's reminder, then mail it; a refused one can be tried again at once."""
    before, due = invitation.reminded_at, may_be_reminded()
    if claim(invitation, "remind", by=by, only_if=due, reminded_at=timezone.now()) is None:
        return
    if hand_over(notices.reminder(invitation, words), connection):
        TeamInvitation.objects.filter(pk=invitation.pk).update(reminded_at=before)
        outcome.refused.append(invitation.person.name)
    else:
        outcome.sent += 1


def result(team, outcome, said, *more):
    """What the job's page shows when it is ready."""
    return {
        "lines": [said % {"count": outcome.sent}, *unreached(outcome), *filter(None, more)],
        "url": reverse("team_invitees", args=[team.initiative.slug, team.pk]),
        "link": _("See who was asked"),
    }
