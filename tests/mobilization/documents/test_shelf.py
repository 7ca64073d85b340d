import pytest

from core import jobs
from core.documents import digest
from core.models import Job
from mobilization.documents import shelf
from mobilization.documents.kinds import KINDS
from mobilization.models import Requirement
from mobilization.services import documents
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.core import DocumentFactory, JobFactory
from tests.factories.meetings import voted_meeting
from tests.factories.process import MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return voted_meeting()


def slot_of(group, kind="meeting_summary"):
    [(_group, slots)] = shelf.of_initiative(group.initiative)
    return next(slot for slot in slots if slot.kind.name == kind)


def summary_job(meeting, **values):
    place = meeting.initiative.slug
    return JobFactory(kind="meeting_summary", place=place, subject=meeting, **values)


def finished(meeting):
    """A finished summary of what stands there now."""
    basis = digest(KINDS["meeting_summary"].basis(meeting))
    job = summary_job(meeting, ready=True, result={"basis": basis})
    return DocumentFactory(job=job)


def test_what_was_never_made_says_so(meeting):
    slot = slot_of(meeting.group)

    assert (slot.state, slot.obstacle, slot.current) == (shelf.NEVER, "", None)
    assert str(slot.button) == "Make the summary"


@pytest.mark.parametrize("state", ["waiting", "running"])
def test_what_is_in_the_making_leads_to_its_job(meeting, state):
    job = summary_job(meeting, **({"running": True} if state == "running" else {}))

    slot = slot_of(meeting.group)

    assert (slot.state, slot.in_the_making, slot.latest) == (state, True, job)


def test_what_is_ready_holds_until_something_changes(meeting):
    document = finished(meeting)
    assert (slot_of(meeting.group).state, slot_of(meeting.group).current) == ("ready", document)

    Requirement.objects.filter(text__startswith="Homes").update(text="Homes for technicians")

    assert slot_of(meeting.group).state == shelf.OUTDATED


def test_older_versions_stay_listed(meeting):
    first, second = finished(meeting), finished(meeting)

    slot = slot_of(meeting.group)

    assert (slot.current, slot.older) == (second, [first])


def test_a_failure_keeps_the_last_good_version(meeting):
    document = finished(meeting)
    summary_job(meeting, state=Job.State.FAILED, finished_at=document.made_at, problem_code="x")

    slot = slot_of(meeting.group)

    assert (slot.state, slot.current) == ("failed", document)


def test_what_cannot_be_made_says_what_it_waits_for():
    meeting = MeetingFactory(state="voting")

    assert slot_of(meeting.group).obstacle == "Waits for the end of the vote in Meeting 1."
    assert slot_of(meeting.group, "blueprint").obstacle == (
        "Waits for a plan that the Leadership Group approves."
    )
    assert slot_of(meeting.group, "briefing_paper").obstacle == (
        "Waits for the region: its areas and years."
    )


def test_a_document_made_by_its_job_is_ready_and_fresh(meeting):
    job = documents.make(kind="meeting_summary", group=meeting.group, by=member(meeting.initiative))
    jobs.run(job.pk)

    slot = slot_of(meeting.group)

    assert slot.state == Job.State.READY
    assert slot.current.title == f"Summary of Meeting 1: {meeting.group}"


@pytest.mark.parametrize("groups", [1, 30])
def test_the_number_of_groups_does_not_change_the_queries(groups, django_assert_num_queries):
    initiative = InitiativeFactory()
    for _number in range(groups):
        meeting = MeetingFactory(state="teams", group__cluster__initiative=initiative)
        finished(meeting)

    with django_assert_num_queries(26):
        rows = shelf.of_initiative(initiative)

    assert len(rows) == groups
