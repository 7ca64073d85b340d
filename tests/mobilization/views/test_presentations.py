import pytest
from django.urls import reverse

from mobilization.models import Feedback, Meeting, Presentation
from tests.factories.accounts import PersonalLinkFactory, member
from tests.factories.plans import plan_in, sibling
from tests.factories.process import PlanFactory, PlanStepFactory, SeatFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return plan_in(
        title="Whole trains", team__priority__meeting__group__cluster__slug="optics"
    ).team


@pytest.fixture
def meeting(team):
    return team.group.meetings.get(number=2)


@pytest.fixture
def visit(client, meeting):
    client.force_login(member(meeting.initiative, "recorder"))

    def go(name, *args, data=None, number=2):
        address = reverse(name, args=[meeting.initiative.slug, "optics", number, *args])
        return client.get(address) if data is None else client.post(address, data)

    return go


def test_a_presenter_is_named_and_confirmed(visit, team):
    assert "0 of 1 team has a presenter" in visit("presentations").text

    visit("presenter_name", team.pk, data={"person": team.champion_id})
    assert "Not confirmed yet" in visit("presentations").text
    visit("presenter_confirm", Presentation.objects.get().pk, data={})

    text = visit("presentations").text
    assert "1 of 1 team has a presenter" in text
    assert "Whole trains" in text


@pytest.mark.parametrize("person", ["", "0", "nobody"])
def test_nobody_else_is_named(visit, team, person):
    visit("presenter_name", team.pk, data={"person": person})

    assert "Choose a member of the team" in visit("presentations").text
    assert not Presentation.objects.exists()


def test_in_the_first_meeting_no_team_presents(visit):
    assert visit("presentations", number=1).status_code == 404


def test_the_presenter_confirms_on_the_personal_home(client, team, meeting):
    turn = Presentation.objects.create(team=team, meeting=meeting, person=team.champion)
    link = PersonalLinkFactory(person=team.champion)
    home = client.get(reverse("personal_home", args=[link.token])).text
    assert "Confirm that you present" in home

    address = reverse("personal_turn", args=[link.token, turn.pk])
    assert "Whole trains" in client.get(address).text
    client.post(address)

    turn.refresh_from_db()
    assert turn.confirmed_by_name == team.champion.name


@pytest.mark.parametrize("teams", [1, 30])
def test_the_number_of_teams_does_not_change_the_queries(
    visit, team, meeting, teams, django_assert_num_queries
):
    for _number in range(teams):
        plan = PlanFactory(team__priority__meeting=team.priority.meeting)
        Presentation.objects.create(team=plan.team, meeting=meeting, person=plan.team.champion)
    visit("presentations")

    with django_assert_num_queries(10):
        visit("presentations")


def test_copies_are_ticked_taken_back_and_stand_on_run_sheet_and_console(visit, team, meeting):
    type(meeting).objects.update(state="planned")
    for name in ("console", "presentations"):
        assert "0 of 1 plan has its copies ready." in visit(name).text
    assert f"{team}: the copies of the plan are not ready." in visit("console").text
    assert "Not ready" in visit("run_sheet").text

    visit("copies_ready", team.plan.pk, data={"what": "ready", "version": 1})
    assert "1 of 1 plan has its copies ready." in visit("presentations").text
    assert "Ready" in visit("run_sheet").text
    assert "the copies of the plan" not in visit("console").text

    visit("copies_ready", team.plan.pk, data={"what": "take_back"})
    assert "0 of 1 plan has its copies ready." in visit("presentations").text


@pytest.mark.parametrize("data", [{}, {"what": "ready"}, {"what": "ready", "version": "new"}])
def test_there_are_no_copies_of_no_version(visit, team, data):
    assert visit("copies_ready", team.plan.pk, data=data).status_code == 404


def test_there_are_no_copies_of_another_groups_plan(visit):
    other = plan_in()
    assert visit("copies_ready", other.pk, data={"version": 1}).status_code == 404


# --- On the console -------------------------------------------------------------------------

FROM_CONSOLE = {"from": "console"}


def test_a_team_is_led_through_its_turn_on_the_console(visit, team):
    assert "Next: Whole trains" in visit("console").text

    answer = visit("presentation_move", team.pk, data={"name": "begin", "minutes": "12"})
    assert answer.url.endswith("/console/")
    for name, prompt in (
        ("to_team", "what they want to add"),
        ("to_questions", "probing but constructive questions"),
        ("end", "Every team is heard."),
        ("hear_again", "probing but constructive questions"),
    ):
        visit("presentation_move", team.pk, data={"name": name})
        assert prompt in visit("console").text


def test_what_cannot_be_done_with_a_turn_is_said(visit, team):
    for data, words in (
        ({"name": "begin", "minutes": "999"}, "less than or equal to 240"),
        ({"name": "dance"}, "no such part"),
        ({"name": "end"}, "no longer open"),
    ):
        answer = visit("presentation_move", team.pk, data=data)
        assert words in (answer.text or visit("console").text)
    assert not Presentation.objects.exclude(state="waiting").exists()


def test_the_order_is_changed_on_either_page(visit, team, meeting):
    other = sibling(team.plan).team
    visit("presentation_shift", other.pk, data={"to": "earlier"})
    assert [turn.team.pk for turn in visit("presentations").context["turns"]] == [other.pk, team.pk]

    answer = visit("presentation_shift", other.pk, data={"to": "later"} | FROM_CONSOLE)
    assert answer.url.endswith("/console/")
    assert [turn.team.pk for turn in visit("console").context["turns"]] == [team.pk, other.pk]
    assert visit("presentation_shift", other.pk, data={"to": "nowhere"}).status_code == 404


def test_what_the_console_sends_comes_back_to_the_console(visit, team, meeting):
    person = SeatFactory(group=team.group).person
    visit("presentation_move", team.pk, data={"name": "begin"})
    said = {"kind": "question", "text": "Who drives?"} | FROM_CONSOLE
    answers = [
        visit("presenter_name", team.pk, data={"person": team.champion_id} | FROM_CONSOLE),
        visit("feedback_note", team.pk, data=said),
        visit("feedback_strike", Feedback.objects.get().pk, data=FROM_CONSOLE),
        visit("check_in", person.pk, data=FROM_CONSOLE),
        visit("check_in_undo", person.pk, data=FROM_CONSOLE),
    ]
    console = reverse("console", args=[meeting.initiative.slug, "optics", 2])
    assert [answer.url for answer in answers] == [console] * 5
    assert Meeting.objects.get(pk=meeting.pk).deeds.count() == 6


@pytest.mark.parametrize("teams", [1, 30])
def test_the_console_asks_as_often_for_many_teams_while_one_is_on(
    visit, team, teams, django_assert_num_queries
):
    for _number in range(teams):
        sibling(team.plan)
    visit("presentation_move", team.pk, data={"name": "begin"})
    for number in range(teams):
        said = {"kind": "missing", "text": f"The night of day {number}"}
        visit("feedback_note", team.pk, data=said | FROM_CONSOLE)
    visit("console")

    with django_assert_num_queries(18):
        visit("console")


def test_while_a_team_has_the_floor_the_last_steps_can_be_undone_still(visit, team, meeting):
    PlanStepFactory(plan=team.plan, text="Ask the railway")
    visit("presenter_name", team.pk, data={"person": team.champion_id})
    visit("presentation_move", team.pk, data={"name": "begin"})

    page = visit("console")

    assert [step.is_open for step in page.context["steps"]] == [True, True]
    assert [step.text for step in page.context["plan_steps"]] == ["Ask the railway"]
