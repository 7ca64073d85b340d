"""The job that mails a checked summary with the next invitation, one person at a time."""

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import jobs, mail
from core.problems import Problem
from mobilization.models import SummaryLetter
from mobilization.notices import summaries as notices
from mobilization.queries import summaries as queries
from mobilization.services.mailings import Outcome, hand_over


def register():
    jobs.register(
        "summary_letters",
        title=gettext_lazy("Summary and next invitation"),
        permission="mobilization.send_letters",
        run=mail_summary,
        home="groups",
    )


def mail_summary(job, report):
    """Mail the summary to everybody who has not got this version."""
    summary = job.subject
    people, outcome = list(queries.to_mail(summary)), Outcome()
    try:
        with mail.connection() as connection:
            for number, person in enumerate(people):
                report(100 * number // len(people), person.name)
                send_to(person, summary, connection, outcome)
    except mail.TROUBLE:
        raise Problem("mail_server_away", sent=outcome.sent) from None
    return result(summary, outcome)


def send_to(person, summary, connection, outcome):
    """Claim, mail, then note that the server took it; a refused one can be tried again."""
    letter = claim(person, summary)
    if letter is None:
        return
    with timezone.override(summary.initiative.zone):
        message = notices.summary(person, summary.meeting)
    if hand_over(message, connection):
        letter.delete()
        outcome.refused.append(person.name)
    else:
        SummaryLetter.objects.filter(pk=letter.pk).update(sent_at=timezone.now())
        outcome.sent += 1


def claim(person, summary):
    """The person's letter of this version, which only one can make; else None."""
    try:
        with transaction.atomic():
            return SummaryLetter.objects.create(
                summary=summary, person=person, version=summary.version
            )
    except IntegrityError:
        return None


def result(summary, outcome):
    """What the job's page shows when it is ready."""
    sent = ngettext(
        "%(count)d summary was sent.", "%(count)d summaries were sent.", outcome.sent
    ) % {"count": outcome.sent}
    refused = [
        _("%(name)s could not be reached: check the e-mail address, then send again.")
        % {"name": name}
        for name in outcome.refused
    ]
    paper = [
        _("%(name)s has no e-mail address: print the summary.") % {"name": person.name}
        for person in queries.on_paper(summary)
    ]
    meeting = summary.meeting
    place = [meeting.initiative.slug, meeting.group.cluster.slug, meeting.number]
    return {
        "lines": [sent, *refused, *paper],
        "url": reverse("summary", args=place),
        "link": _("See the summary"),
    }
