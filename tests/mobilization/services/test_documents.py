import pytest
from django.core.exceptions import PermissionDenied

from core.models import Job
from mobilization.services import documents
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.meetings import voted_meeting
from tests.factories.process import ClusterGroupFactory
from tests.refusals import refused

pytestmark = pytest.mark.django_db


def test_making_a_document_queues_one_job_about_its_subject():
    meeting = voted_meeting()
    user = member(meeting.initiative)

    job = documents.make(kind="meeting_summary", group=meeting.group, by=user)

    assert (job.kind, job.place, job.subject, job.requested_by) == (
        "meeting_summary",
        meeting.initiative.slug,
        meeting,
        user,
    )


def test_a_second_click_gets_the_job_that_waits_already():
    meeting = voted_meeting()
    values = {"kind": "meeting_summary", "group": meeting.group, "by": member(meeting.initiative)}

    assert documents.make(**values) == documents.make(**values)
    assert Job.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("briefing_paper", "briefing_without_region"),
        ("meeting_summary", "meeting_not_planned"),
        ("blueprint", "no_approved_plan"),
    ],
)
def test_what_cannot_be_made_is_refused_before_a_job_begins(kind, code):
    group = ClusterGroupFactory()

    with refused(code):
        documents.make(kind=kind, group=group, by=member(group.initiative))

    assert not Job.objects.exists()


def test_only_the_support_team_makes_documents():
    group = ClusterGroupFactory()

    with pytest.raises(PermissionDenied):
        documents.make(kind="blueprint", group=group, by=member(InitiativeFactory()))
