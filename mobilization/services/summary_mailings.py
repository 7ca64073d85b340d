"""The jobs that mail a checked summary: with the next invitation, and as report to the leaders."""

from functools import partial

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import jobs
from mobilization.models import SummaryLetter
from mobilization.notices import summaries as notices
from mobilization.queries import summaries as queries
from mobilization.queries.later_summaries import facts_of
from mobilization.services.delivery import hand_over, mail_each, unreached

Kind = SummaryLetter.Kind


def register():
    for kind, title, run in [
        ("summary_letters", gettext_lazy("Summary and next invitation"), mail_summary),
        ("report_letters", gettext_lazy("Report to the Leadership Group"), mail_report),
    ]:
        jobs.register(
            kind, title=title, permission="mobilization.send_letters", run=run, home="groups"
        )


def mail_summary(job, report):
    """Mail the summary to everybody of the group who has not got this version."""
    summary = job.subject
    compose = partial(notices.summary, facts=facts_of(summary.meeting))
    send = partial(send_to, summary, Kind.GROUP, compose)
    outcome = mail_each(queries.to_mail(summary), send, report)
    said = ngettext("%(count)d summary was sent.", "%(count)d summaries were sent.", outcome.sent)
    return result(summary, outcome, said, queries.on_paper(summary))


def mail_report(job, report):
    """Tell the members of the Leadership Group who have not heard of this version."""
    summary = job.subject
    send = partial(send_to, summary, Kind.REPORT, notices.report)
    outcome = mail_each(queries.to_report(summary), send, report)
    said = ngettext(
        "%(count)d member of the Leadership Group was told.",
        "%(count)d members of the Leadership Group were told.",
        outcome.sent,
    )
    return result(summary, outcome, said, queries.leaders(summary).filter(email=""))


def send_to(summary, kind, compose, person, connection, outcome):
    """Claim, mail, then note that the server took it; a refused one can be tried again."""
    letter = claim(person, summary, kind)
    if letter is None:
        return
    with timezone.override(summary.initiative.zone):
        message = compose(person, summary.meeting)
    if hand_over(message, connection):
        letter.delete()
        outcome.refused.append(person.name)
    else:
        SummaryLetter.objects.filter(pk=letter.pk).update(sent_at=timezone.now())
        outcome.sent += 1


def claim(person, summary, kind):
    """The person's letter of this version, which only one can make; else None."""
    try:
        with transaction.atomic():
            return SummaryLetter.objects.create(
                summary=summary, person=person, version=summary.version, kind=kind
            )
    except IntegrityError:
        return None


def result(summary, outcome, said, on_paper):
    """What the job's page shows when it is ready."""
    paper = [
        _("%(name)s has no e-mail address: print the summary.") % {"name": person.name}
        for person in on_paper
    ]
    meeting = summary.meeting
    place = [meeting.initiative.slug, meeting.group.cluster.slug, meeting.number]
    return {
        "lines": [said % {"count": outcome.sent}, *unreached(outcome), *paper],
        "url": reverse("summary", args=place),
        "link": _("See the summary"),
    }
