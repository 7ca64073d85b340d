"""Asking for the kit of copies of a meeting."""

from django.db import transaction

from core import jobs
from core.access import ensure
from mobilization.documents.kits import KINDS
from mobilization.queries import kits as queries
from mobilization.services import ballot_codes


@transaction.atomic
def make(*, meeting, paper, by):
    """Queue the kit on `paper` ("letter" or "a4") and return its job.

    In Meeting 1 everybody who comes gets a ballot code first. Raises KeyError on another paper.
    """
    ensure(by, "mobilization.plan_meetings", meeting)
    if meeting.number == 1:
        ballot_codes.issue(meeting=meeting, people=queries.coming(meeting), by=by)
    return jobs.request(KINDS[paper], place=meeting.initiative.slug, by=by, subject=meeting)
