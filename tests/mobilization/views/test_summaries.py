import re

import pytest
from django.urls import reverse

from core import jobs
from core.models import Job
from mobilization.models import Feedback, LeadershipSeat, Seat, Summary
from mobilization.services import summaries
from tests.factories.accounts import PersonalLinkFactory, PersonFactory, member
from tests.factories.meetings import WORDS, voted_meeting
from tests.factories.process import MeetingFactory, PlanFactory, SeatFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    meeting = voted_meeting(group__cluster__slug="optics")
    type(meeting).objects.update(state="closed")
    MeetingFactory(group=meeting.group, number=2)
    meeting.refresh_from_db()
    return meeting


@pytest.fixture
def visit(client, meeting):
    def go(name, data=None, role="manager"):
        client.force_login(member(meeting.initiative, role))
        address = reverse(name, args=[meeting.initiative.slug, "optics", 1])
        return client.get(address) if data is None else client.post(address, data)

    return go


@pytest.fixture
def by_link(client, meeting):
    def go(link, name="personal_summary", data=None):
        address = reverse(name, args=[link.token, meeting.pk])
        return client.get(address) if data is None else client.post(address, data)

    return go


def link_of(meeting, role):
    """A personal link into the group, or into the Leadership Group."""
    person = PersonFactory(initiative=meeting.initiative)
    if role == "leader":
        LeadershipSeat.objects.create(person=person, sector="business")
    else:
        SeatFactory(group=meeting.group, person=person, role=role)
    return PersonalLinkFactory(person=person)


def words(**more):
    return {"version": 0, "overview": "We met.", "discussion": "", "next_steps": ""} | more


def test_the_draft_follows_the_meeting_and_takes_the_facilitators_words(visit):
    assert "An evening school for technicians" in visit("summary").text

    visit("summary_write", words(overview="A lively morning."))

    assert "A lively morning." in visit("summary").text


@pytest.mark.parametrize("role", ["manager", "administrator", "lead_facilitator", "recorder"])
def test_while_the_vote_is_hidden_the_summary_tells_no_rank_and_no_dot(visit, meeting, role):
    meetings = type(meeting).objects.filter(pk=meeting.pk)

    meetings.update(state="voting", results_are_live=False)
    page = visit("summary", role=role)
    facts = page.context["summary"]

    assert {row["dots"] for row in facts["requirements"]} == {None}
    assert [row["text"] for row in facts["requirements"]] == sorted(WORDS.values())
    assert {row["rank"] for row in facts["requirements"]} == {None}
    assert facts["priorities"][0]["dots"] is None
    assert "not counted yet" in page.text
    assert ("placed 8 dots" in page.text, "Rank</th>" in page.text) == (False, False)

    meetings.update(results_are_live=True)
    assert "placed 8 dots" in visit("summary", role=role).text


def test_before_the_cards_are_read_the_summary_tells_no_vision(visit, meeting):
    meetings = type(meeting).objects.filter(pk=meeting.pk)
    meetings.update(state="cards", code="ACDEFG")
    assert "Zinc and tin made here" not in visit("summary").text
    meetings.update(state="requirements")
    assert "Zinc and tin made here" in visit("summary").text


def test_a_conflict_keeps_what_was_typed(visit, meeting):
    visit("summary_write", words(overview="Theirs."))

    text = visit("summary_write", words(overview="Mine.")).text

    assert "Somebody else stored this summary" in text
    assert "Mine." in text
    assert "Theirs." in text
    assert 'name="version" value="1"' in text


def test_from_draft_to_the_group(visit, by_link, meeting):
    chair, guest = link_of(meeting, Seat.Role.CO_CHAIR), link_of(meeting, Seat.Role.INVITEE)
    leader = link_of(meeting, "leader")
    readers = {"chair": chair, "leader": leader, "guest": guest}

    def may_read():
        return {who for who, link in readers.items() if by_link(link).status_code == 200}

    visit("summary_write", words())
    assert may_read() == set()
    visit("summary_move", {"move": "ask"})
    assert may_read() == {"chair"}
    basis = re.search(r'name="basis" value="(\w+)"', by_link(chair).text)[1]
    by_link(chair, "personal_summary_check", {"basis": basis})
    assert may_read() == {"chair", "leader"}
    answer = visit("summary_send", {})
    assert answer.url == reverse(
        "job", args=[meeting.initiative.slug, Job.objects.get(kind="summary_letters").pk]
    )
    assert may_read() == {"chair", "leader", "guest"}


def test_a_correction_is_asked_for_with_words(visit, by_link, meeting):
    chair = link_of(meeting, Seat.Role.CO_CHAIR)
    summaries.ask(meeting=meeting, by=member(meeting.initiative))

    assert "This field is required" in by_link(chair, "personal_summary_correct", {"note": ""}).text
    by_link(chair, "personal_summary_correct", {"note": "Ada is no maker."})

    assert Summary.objects.get().state == "draft"
    assert "Ada is no maker." in visit("summary").text


def test_the_check_waits_on_the_personal_home(client, meeting):
    chair = link_of(meeting, Seat.Role.CO_CHAIR)
    summaries.ask(meeting=meeting, by=member(meeting.initiative))

    home = client.get(reverse("personal_home", args=[chair.token])).text

    assert "Check the summary" in home


def test_a_change_after_the_check_is_told(visit, meeting):
    chair = link_of(meeting, Seat.Role.CO_CHAIR).person
    summary = summaries.ask(meeting=meeting, by=member(meeting.initiative))
    summaries.confirm(summary=summary, basis=summaries.basis_of(meeting), by=chair)
    meeting.requirements.filter(text__startswith="Homes").update(text="Homes for technicians")

    text = visit("summary").text

    assert "Something has changed since" in text
    assert "Send it to" not in text


def test_the_leadership_group_reads_the_report_answers_it_and_sees_what_the_teams_say(
    visit, by_link, client, meeting
):
    chair, leader = link_of(meeting, Seat.Role.CO_CHAIR), link_of(meeting, "leader")
    summary = summaries.ask(meeting=meeting, by=member(meeting.initiative))
    basis = summaries.basis_of(meeting)
    summaries.confirm(summary=summary, basis=basis, by=chair.person)
    assert "0 of 1 member has been told" in visit("summary").text
    answer = visit("summary_report", {}, role="administrator")
    assert answer.url == reverse("job", args=[meeting.initiative.slug, Job.objects.get().pk])
    jobs.run(Job.objects.get().pk)
    assert "1 of 1 member has been told" in visit("summary").text
    assert "Tell 1 member" not in visit("summary").text

    plan = PlanFactory(team=meeting.priorities.get().teams.get(), title="An evening school")
    advise = reverse("personal_advise", args=[leader.token, meeting.pk, plan.team.pk])
    client.post(advise, {"kind": "question", "text": "Who pays the teachers?"})
    said = Feedback.objects.get()
    champion = PersonalLinkFactory(person=plan.team.champion)
    client.post(
        reverse("personal_answer", args=[champion.token, said.pk]), {"answer": "The firms."}
    )

    text = by_link(leader).text
    assert reverse("personal_plan", args=[leader.token, plan.pk]) in text
    assert ("Who pays the teachers?" in text, "The firms." in text) == (True, True)
    assert f'action="{reverse("personal_answer", args=[leader.token, said.pk])}"' not in text
