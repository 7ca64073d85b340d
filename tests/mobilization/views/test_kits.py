import pytest
from django.urls import reverse

from core.models import Job
from mobilization.models import BallotCode, Dot
from mobilization.services import ballot_codes
from tests.factories.accounts import member
from tests.factories.process import MeetingFactory, RequirementFactory, SeatFactory, present

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="voting", group__cluster__slug="optics")


@pytest.fixture
def visit(client, meeting):
    client.force_login(member(meeting.initiative, "recorder"))

    def go(name, data=None):
        address = reverse(name, args=[meeting.initiative.slug, "optics", 1])
        return client.get(address) if data is None else client.post(address, data)

    return go


def test_the_page_counts_the_copies(visit, meeting):
    SeatFactory(group=meeting.group, role="co_chair")

    text = visit("kit").text

    assert "For 1 person who comes and 3 to spare." in text
    assert "Vision and requirements cards" in text


@pytest.mark.parametrize(("paper", "kind"), [("letter", "meeting_kit"), ("a4", "meeting_kit_a4")])
def test_a_kit_is_asked_for_with_codes_for_those_who_come(visit, meeting, paper, kind):
    chair = SeatFactory(group=meeting.group, role="co_chair").person

    answer = visit("kit_make", {"paper": paper})

    job = Job.objects.get()
    assert (job.kind, job.subject) == (kind, meeting)
    assert answer.url == reverse("job", args=[meeting.initiative.slug, job.pk])
    assert BallotCode.objects.get().person == chair
    assert str(job.pk) in visit("kit").text


def test_there_is_no_other_paper(visit):
    assert visit("kit_make", {"paper": "napkin"}).status_code == 404


def test_a_ballot_is_typed_in_by_its_code_and_the_next_one_follows(visit, meeting):
    person = present(meeting, name="Ada")
    listed = RequirementFactory(meeting=meeting)
    ballot_codes.issue(meeting=meeting, people=[person], by=member(meeting.initiative))
    data = {"code": BallotCode.objects.get().code, "dots": " 1C "}
    assert listed.text in visit("ballot_by_code").text

    answer = visit("ballot_by_code", {**data, "dots": "2"})
    said = ["There is no number 2 on the list; the last one is 1."]
    assert answer.context["form"].errors == {"dots": said}
    answer = visit("ballot_by_code", {**data, "dots": "1s"})  # what is on paper is not spoken
    assert list(answer.context["form"].errors) == ["dots"]
    answer = visit("ballot_by_code", data)
    assert answer.status_code == 302
    dot = Dot.objects.get()
    assert (dot.ballot.person, dot.source, dot.offer) == (person, "paper", "champion")

    again = visit("ballot_by_code", data)
    assert "has typed in the ballot of Ada already" in again.text
    correct = reverse("paper_ballot", args=[meeting.initiative.slug, "optics", 1, person.pk])
    assert f'href="{correct}"' in again.text
    assert Dot.objects.count() == 1


def test_a_code_sent_by_a_scanner_stores_no_empty_ballot(visit, meeting):
    person = present(meeting, name="Ada")
    ballot_codes.issue(meeting=meeting, people=[person], by=member(meeting.initiative))
    data = {"code": BallotCode.objects.get().code, "dots": ""}

    asked = visit("ballot_by_code", data)
    assert "Is the ballot of Ada empty?" in asked.context["form"].errors["dots"][0]
    assert 'name="empty"' in asked.text
    assert f'value="{data["code"]}"' in asked.text
    assert BallotCode.objects.get().entered_at is None

    assert visit("ballot_by_code", {**data, "empty": "yes"}).status_code == 302
    assert BallotCode.objects.get().entered_at is not None
