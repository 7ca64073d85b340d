"""The summary of a meeting: written, checked by the co-chairs, sent to the group.

The same routine after all three meetings. A check holds for what the co-chair saw: words and
facts have one digest, and once something has changed the summary is checked again before it goes.
"""

from django.db import transaction
from django.db.models import F, Q

from core import jobs
from core.access import ensure
from core.documents import digest
from core.problems import Problem
from mobilization.models import Meeting, Summary
from mobilization.models.summaries import PROCESS, REPORTED
from mobilization.queries import summaries as queries
from mobilization.queries.later_summaries import facts_of

State = Summary.State
KIND, REPORT = "summary_letters", "report_letters"


def basis_of(meeting):
    """The digest of what the summary says now."""
    return digest(facts_of(meeting))


@transaction.atomic
def write(*, meeting, version, overview, discussion, next_steps, by):
    """Store the facilitators' words, edited on `version` (0 before anybody has written).

    Raises Problem `summary_with_co_chairs` or `summary_edited_meanwhile`.
    """
    ensure(by, "mobilization.run_meeting", meeting)
    summary, _made = Summary.objects.get_or_create(meeting=meeting, defaults={"version": 0})
    words = {"overview": overview, "discussion": discussion, "next_steps": next_steps}
    same = Summary.objects.filter(pk=summary.pk, version=version, state=State.DRAFT)
    if not same.update(version=F("version") + 1, **words):
        summary.refresh_from_db()
        in_draft = summary.state == State.DRAFT
        raise Problem("summary_edited_meanwhile" if in_draft else "summary_with_co_chairs")
    summary.refresh_from_db()
    return summary


@transaction.atomic
def ask(*, meeting, by):
    """Give the draft to the co-chairs. Raises Problem `summary_before_closing` or of a move."""
    if not Meeting.objects.filter(pk=meeting.pk, state=Meeting.State.CLOSED).exists():
        raise Problem("summary_before_closing")
    summary, _made = Summary.objects.get_or_create(meeting=meeting)
    return PROCESS.make(summary, "ask", by=by)


@transaction.atomic
def confirm(*, summary, basis, by):
    """A co-chair finds it accurate; `basis` is the digest of the page that was read.

    With it the report is ready for the Leadership Group, which is told once of each version. A
    second co-chair's word is added to the history. Raises Problem `summary_changed`.
    """
    if basis_of(summary.meeting) != basis:
        raise Problem("summary_changed")
    confirmed = PROCESS.make(summary, "confirm", by=by, basis=basis)
    tell_leadership(confirmed)
    return confirmed


@transaction.atomic
def report(*, summary, by):
    """Tell those of the Leadership Group who were not told yet; returns the job.

    Raises Problem `report_not_ready` or `report_all_sent`.
    """
    ensure(by, "mobilization.send_letters", summary)
    if not Summary.objects.filter(pk=summary.pk, state__in=REPORTED).exists():
        raise Problem("report_not_ready")
    job = tell_leadership(summary, by)
    if job is None:
        raise Problem("report_all_sent")
    return job


def tell_leadership(summary, by=None):
    """The job that mails the report, or None where everybody has it; `by` is a user or None."""
    if not queries.to_report(summary).exists():
        return None
    return jobs.request(REPORT, place=summary.initiative.slug, by=by, subject=summary)


@transaction.atomic
def correct(*, summary, note, by):
    """A co-chair asks for a correction, which takes the summary back to the facilitators."""
    return PROCESS.make(summary, "correct", by=by, note=note, basis="")


@transaction.atomic
def take_back(*, summary, by):
    """The facilitators take it back to change it; what was sent stays sent."""
    return PROCESS.make(summary, "take_back", by=by, basis="", version=F("version") + 1)


@transaction.atomic
def send(*, summary, by):
    """Mail the checked summary with the next invitation; returns the job.

    Again, it goes to those who have not got this version. Raises Problem
    `next_meeting_missing`, `summary_changed_since_check`, `summary_all_sent` or of a move.
    """
    ensure(by, "mobilization.send_letters", summary)
    meeting = summary.meeting
    facts = facts_of(meeting)
    if meeting.number < 3 and not facts["next"]:
        raise Problem("next_meeting_missing", number=meeting.number + 1)
    if not queries.to_mail(summary).exists():
        raise Problem("summary_all_sent")
    try:
        PROCESS.make(summary, "send", by=by, only_if=Q(basis=digest(facts)))
    except Problem as problem:
        summary.refresh_from_db()
        if problem.code == "move_not_open" and summary.basis not in ("", digest(facts)):
            raise Problem("summary_changed_since_check") from None
        raise
    return jobs.request(KIND, place=meeting.initiative.slug, by=by, subject=summary)
