import pytest

from mobilization.models import Feedback, Presentation
from mobilization.presenters import floor
from tests.factories.plans import plan_in, sibling
from tests.factories.process import CommitmentFactory, MeetingFactory, SeatFactory, TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return plan_in(title="Whole trains", goal="A train an hour.")


@pytest.fixture
def meeting(plan):
    return plan.team.group.meetings.get(number=2)


def at(plan, meeting, state, **values):
    row, _made = Presentation.objects.update_or_create(
        team=plan.team, meeting=meeting, defaults={"state": state, **values}
    )
    return row


def named(plan, meeting, state="waiting"):
    at(plan, meeting, state, person=plan.team.champion)
    return plan.team.champion


def titles(found):
    return [(turn and turn.title) for turn in (found["on"], found["coming"], found["last"])]


def test_one_is_on_one_comes_next_and_the_last_is_who_was_heard_last(plan, meeting):
    second, third = sibling(plan), sibling(plan)
    assert titles(floor.floor(meeting)) == [None, "Whole trains", None]

    at(plan, meeting, "questions")
    assert titles(floor.floor(meeting)) == ["Whole trains", second.title, None]

    at(plan, meeting, "heard", turned_at="2027-03-04T13:20Z")
    at(third, meeting, "heard", turned_at="2027-03-04T13:40Z")
    assert titles(floor.floor(meeting)) == [None, second.title, third.title]


@pytest.mark.parametrize(
    ("number", "state", "said"),
    [
        (2, "conceptual", "Then the group decides on each plan."),
        (2, "action", "and close the meeting."),
        (3, "action", "Then the group decides on each plan."),
        (3, "with_leadership", "then close the group."),
    ],
)
def test_once_all_is_decided_the_console_leads_to_the_close(number, state, said):
    plan = plan_in(state)
    plan.team.group.meetings.exclude(number=1).delete()
    meeting = MeetingFactory(group=plan.team.group, number=number, state="deciding")
    at(plan, meeting, "heard")
    assert floor.on_console(meeting)["prompt"].endswith(said)


def test_what_is_presented_is_goal_outcomes_and_of_an_action_plan_who_committed():
    plan = plan_in("action")
    meeting = plan.team.group.meetings.get(number=3)
    CommitmentFactory(plan=plan, text="Drives the first one")
    at(plan, meeting, "presenter")

    found = floor.floor(meeting)

    assert found["outcomes"] == [
        (
            "Forty technicians certified",
            "Certificates awarded by the college, by December 1, 2027",
        )
    ]
    assert (found["is_action_plan"], found["committed"]) == (True, [plan.team.champion.name])
    assert [(part.label, part.standing) for part in found["phases"]] == [
        ("Presenter", "now"),
        ("Team", "ahead"),
        ("Questions from all", "ahead"),
    ]


# --- The console ----------------------------------------------------------------------------


def prompts(meeting):
    return floor.on_console(meeting)["prompt"]


def test_the_prompt_says_what_a_facilitator_does_next(plan, meeting):
    assert "Nobody is named to present it: ask the team now." in prompts(meeting)
    who = named(plan, meeting)
    assert f"call {who.name} up" in prompts(meeting)
    at(plan, meeting, "presenter")
    assert f"{who.name} presents goal, outcomes and steps." in prompts(meeting)
    at(plan, meeting, "team")
    assert prompts(meeting) == "Nobody else is on this team. Open it to all."
    other = SeatFactory(group=plan.team.group).person
    plan.team.members.create(person=other)
    assert f"what they want to add: {other.name}." in prompts(meeting)
    at(plan, meeting, "questions")
    assert "probing but constructive questions" in prompts(meeting)
    assert "commitment" not in prompts(meeting)
    at(plan, meeting, "heard", turned_at="2027-03-04T13:20Z")
    assert prompts(meeting).startswith("Every team is heard.")


def test_meeting_3_asks_for_commitment_and_a_team_without_a_plan_has_no_handout(plan):
    action = plan_in("action")
    third = action.team.group.meetings.get(number=3)
    at(action, third, "questions")
    assert "Is there enough commitment to carry it out?" in prompts(third)

    at(action, third, "heard", turned_at="2027-03-04T13:20Z")
    team = TeamFactory(priority__meeting=action.team.priority.meeting)
    assert f"“{team}” has no plan yet" in prompts(third)


def test_one_press_leads_on_and_one_back(plan, meeting):
    seen = {}
    for state in ("waiting", "presenter", "team", "questions", "heard"):
        at(plan, meeting, state, turned_at="2027-03-04T13:20Z")
        found = floor.on_console(meeting)
        seen[state] = [found[key] and found[key].name for key in ("go_on", "go_back", "end_early")]

    assert seen == {
        "waiting": ["begin", None, None],
        "presenter": ["to_team", "back_to_waiting", "end"],
        "team": ["to_questions", "back_to_presenter", "end"],
        "questions": ["end", "back_to_team", None],
        "heard": [None, "hear_again", None],
    }


def test_the_flip_chart_is_that_of_the_team_that_is_heard(plan, meeting):
    other = sibling(plan)
    for team, text in ((plan.team, "Who pays?"), (other.team, "Why trains?")):
        Feedback.objects.create(
            team=team, meeting=meeting, source="room", kind="question", text=text
        )
    assert floor.on_console(meeting)["chart"] == []

    at(plan, meeting, "heard", turned_at="2027-03-04T13:20Z")
    at(other, meeting, "presenter")
    assert lines(floor.on_console(meeting)) == ["Why trains?"]
    at(other, meeting, "waiting")
    assert lines(floor.on_console(meeting)) == ["Who pays?"]


def lines(found):
    return [line.text for column in found["chart"] for line in column.lines]


def test_the_room_screen_has_the_flip_chart_while_all_ask(plan, meeting):
    Feedback.objects.create(
        team=plan.team, meeting=meeting, source="room", kind="missing", text="The night"
    )
    at(plan, meeting, "team")
    assert floor.on_screen(meeting)["chart"] == []
    at(plan, meeting, "questions")
    assert [column.label for column in floor.on_screen(meeting)["chart"]] == ["What is missing"]


# --- Phones ---------------------------------------------------------------------------------


def words(meeting, person):
    return [(turn.title, word) for turn, word, _may in floor.on_phone(meeting, person)["rows"]]


def test_phones_have_the_plan_that_is_presented_first(plan, meeting):
    other = sibling(plan)
    at(other, meeting, "questions")
    person = SeatFactory(group=plan.team.group).person
    assert words(meeting, person) == [(other.title, ""), ("Whole trains", "")]
    at(other, meeting, "heard", turned_at="2027-03-04T13:20Z")
    assert words(meeting, person) == [("Whole trains", ""), (other.title, "")]


def test_a_phone_says_what_its_owner_has_to_do(plan, meeting):
    first = sibling(plan)
    presenter = named(plan, meeting)
    another = SeatFactory(group=plan.team.group).person
    plan.team.members.create(person=another)
    at(first, meeting, "presenter")

    def said(person):
        return dict(words(meeting, person))["Whole trains"]

    assert said(presenter) == "You present."
    at(first, meeting, "heard", turned_at="2027-03-04T13:20Z")
    assert (said(presenter), said(another)) == ("You are next.", "")
    at(plan, meeting, "presenter")
    assert said(presenter).startswith("You have the floor.")
    at(plan, meeting, "team")
    assert said(another) == "Your team has the floor: add what the presenter left out."


def test_a_team_without_a_presenter_is_told_and_may_name_one(plan, meeting):
    member = plan.team.champion
    stranger = SeatFactory(group=plan.team.group).person
    [(_turn, word, may)] = floor.on_phone(meeting, member)["rows"]
    assert (word, may) == ("Your team has nobody to present yet. Agree on one of you.", True)
    [(_turn, word, may)] = floor.on_phone(meeting, stranger)["rows"]
    assert (word, may) == ("", False)
    assert [turn.title for turn in floor.on_console(meeting)["unnamed"]] == ["Whole trains"]
