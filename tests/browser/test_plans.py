"""A plan from its first line to the approval: the team and the co-chair on their phones."""

import pytest
from playwright.sync_api import expect

from mobilization.models import Decision, Meeting, Plan
from tests.browser.conftest import PHONE
from tests.browser.steps import team_plans as steps
from tests.browser.steps.team_plans import personal_home
from tests.factories.accounts import member
from tests.factories.plans import leader
from tests.factories.process import MeetingFactory, TeamFactory


@pytest.fixture
def team(transactional_db):
    return TeamFactory()


def test_a_plan_goes_from_its_first_line_to_the_approval(team, open_page, look):
    chair = leader(team.initiative, co_chair=True)
    colleague = leader(team.initiative)
    phone = open_page(viewport=PHONE)
    desk = open_page(member(team.initiative))
    chairs_phone = open_page(viewport=PHONE)

    steps.a_conceptual_plan_is_written_on_a_phone(phone, team)
    MeetingFactory(group=team.group, number=2, state=Meeting.State.DECIDING)
    steps.meeting_2_takes_it_forward(desk, team)
    steps.the_team_fills_in_the_action_plan(phone, team)
    MeetingFactory(group=team.group, number=3, state=Meeting.State.DECIDING)
    steps.meeting_3_sends_it_to_the_leadership_group(desk, team)
    then_a_co_chair_withholds_it(chairs_phone, chair, colleague, look)
    and_once_the_team_has_edited_it(phone, team)
    and_the_co_chair_approves_it(chairs_phone, chair)
    and_everybody_sees_where_it_stands(desk, team, look)


def then_a_co_chair_withholds_it(page, chair, colleague, look):
    page.goto(personal_home(chair))
    page.get_by_role("link", name="Read and decide").click()
    page.get_by_label("Withhold it until the conditions below are met").check()
    for number, condition in enumerate(["Name the college.", "Halve the cost."], start=1):
        page.get_by_role("group", name=f"Condition {number}").get_by_role("textbox").fill(condition)
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_text("Mark at least one member who was present.")).to_be_visible()
    page.get_by_label(chair.name).check()
    page.get_by_label(colleague.name).check()
    look(page, "plans-decision")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_text("The decision is recorded")).to_be_visible()
    decision = Decision.objects.get()
    assert decision.kind == "withheld"
    assert decision.conditions.count() == decision.members_present.count() == 2


def and_once_the_team_has_edited_it(page, team):
    page.goto(personal_home(team.champion))
    page.get_by_role("link", name="Read or edit the plan").click()
    page.get_by_role("link", name="Edit the plan").click()
    page.get_by_label("Organizational structure").fill("The state college carries it.")
    page.get_by_role("button", name="Save the plan").click()
    page.get_by_role("button", name="Send again to the Leadership Group").click()
    expect(page.get_by_text("It waits for the Leadership Group's decision.")).to_be_visible()


def and_the_co_chair_approves_it(page, chair):
    page.goto(personal_home(chair))
    page.get_by_role("link", name="Read and decide").click()
    page.get_by_label("Approve the plan").check()
    page.get_by_label(chair.name).check()
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_text("The Leadership Group has approved it.")).to_be_visible()
    assert Plan.objects.get().state == "approved"


def and_everybody_sees_where_it_stands(page, team, look):
    plan = Plan.objects.get()
    for path in ("plans/", "leadership/", f"plans/{plan.pk}/print/", f"plans/{plan.pk}/edit/"):
        page.goto(f"/i/{team.initiative.slug}/{path}")
        expect(page.get_by_text(plan.title).first).to_be_visible()
    look(page, "plans-approved-edit")
