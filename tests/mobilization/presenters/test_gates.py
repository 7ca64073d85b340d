"""What a meeting that closes would leave open, as the console says it before the press."""

import pytest

from mobilization.models import Presentation
from mobilization.presenters import gates
from mobilization.services import comfort, meetings
from tests.factories.accounts import member
from tests.factories.plans import plan_in, sibling
from tests.factories.process import MeetingFactory, PriorityFactory, TeamFactory, present
from tests.refusals import refused

pytestmark = pytest.mark.django_db

NOT_DECIDED = "1 plan is not decided on."


@pytest.fixture
def grouping():
    """Meeting 1 at its one priority area, three people in the room."""
    meeting = MeetingFactory(state="grouping")
    PriorityFactory(meeting=meeting)
    for _number in range(3):
        present(meeting)
    return meeting


def before_teams(meeting):
    return [rule.sentence for rule in gates.unmet(meeting, "open_teams")]


def test_before_the_teams_the_group_is_asked_for_its_comfort(grouping):
    lead = member(grouping.initiative, "lead_facilitator")
    assert before_teams(grouping) == [
        "The group has not been asked whether it is comfortable with its priority areas."
    ]
    comfort.ask(meeting=grouping, method="fist", by=lead)
    comfort.count_hands(meeting=grouping, counts={5: 1, 1: 1}, by=lead)
    assert before_teams(grouping) == [
        "The question whether the group is comfortable is still open: 2 of 3 have answered."
    ]
    comfort.close(meeting=grouping, by=lead)
    assert before_teams(grouping) == []


def test_without_an_area_there_is_nothing_to_be_comfortable_with(grouping):
    grouping.priorities.all().delete()
    assert before_teams(grouping) == []


def meeting_of(plan, number):
    return plan.team.group.meetings.get(number=number)


def at(plan, meeting, state):
    Presentation.objects.create(team=plan.team, meeting=meeting, state=state)


def said(meeting):
    return [rule.sentence for rule in gates.unmet(meeting, "close")]


@pytest.mark.parametrize(("number", "state"), [(2, "action"), (3, "with_leadership")])
def test_a_meeting_that_heard_and_decided_closes_with_one_press(number, state):
    plan = plan_in(state)
    meeting = plan.team.group.meetings.filter(number=number).first() or MeetingFactory(
        group=plan.team.group, number=number, state="deciding"
    )
    at(plan, meeting, "heard")
    sibling(plan, "disbanded")
    assert said(meeting) == []
    meetings.move(meeting=meeting, name="close", by=member(meeting.initiative))
    assert gates.reasons(meeting) == []


def test_who_was_not_heard_what_is_not_decided_and_what_still_runs_is_told():
    plan = plan_in()
    meeting = meeting_of(plan, 2)
    at(plan, meeting, "questions")
    TeamFactory(priority__meeting=plan.team.priority.meeting)
    assert said(meeting) == [
        "A presentation is still running.",
        "0 of 2 teams have been heard.",
        NOT_DECIDED,
        "1 team has no plan.",
    ]
    assert {rule.place for rule in gates.unmet(meeting, "close")} == {"Part II, Step 5"}


@pytest.mark.parametrize("state", ["conceptual", "action"])
def test_meeting_3_also_tells_of_what_meeting_2_has_left(state):
    plan = plan_in(state)
    plan.team.group.meetings.exclude(number=1).delete()
    meeting = MeetingFactory(group=plan.team.group, number=3, state="deciding")
    at(plan, meeting, "heard")
    (rule,) = gates.unmet(meeting, "close")
    assert (rule.sentence, rule.place) == (NOT_DECIDED, "Part II, Step 6")


def test_a_meeting_closes_over_loose_ends_for_a_reason_that_stays_to_be_seen():
    meeting = meeting_of(plan_in(), 2)
    by = member(meeting.initiative)
    with refused("reason_needed"):
        meetings.move(meeting=meeting, name="close", by=by)
    meeting.refresh_from_db()
    assert meeting.state == "deciding"
    meetings.move(meeting=meeting, name="close", note="The hall closes.", by=by)
    assert [move.note for move in gates.reasons(meeting)] == ["The hall closes."]
    meetings.move(meeting=meeting, name="reopen", by=by)
    assert gates.reasons(meeting) == []
