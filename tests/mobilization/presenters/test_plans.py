"""Hints, lights and the entries of the personal home."""

from datetime import date

import pytest

from accounts import links
from mobilization.models import Outcome
from mobilization.presenters import plans
from tests.factories.plans import leader, plan_in
from tests.factories.process import PlanStepFactory, SeatFactory, TeamFactory

TODAY = date(2027, 1, 10)


def hints_on(text, due=date(2027, 12, 1)):
    return list(plans.hints_on(Outcome(text=text, due=due), TODAY))


@pytest.mark.parametrize(
    "text",
    [
        "Hold a meeting with every school",
        "Conduct a feasibility study",
        "Organise two workshops",
        "Set up a steering committee",
        "Explore a shared laboratory",
    ],
)
def test_wording_of_a_process_gets_a_hint(text):
    assert len(hints_on(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Forty technicians certified by the college",
        "Twelve firms test their instruments in one laboratory",
        "Half of all parts come from the region",
        "Unplanned downtime falls by a third",
    ],
)
def test_an_outcome_gets_none(text):
    assert hints_on(text) == []


@pytest.mark.parametrize(("due", "hints"), [(date(2028, 1, 10), 0), (date(2028, 1, 11), 1)])
def test_a_date_more_than_a_year_ahead_gets_a_hint(due, hints):
    assert len(hints_on("Ten trainers", due)) == hints


def test_a_year_after_a_leap_day_is_the_last_of_february():
    assert plans.a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)


@pytest.mark.django_db
def test_the_lights_of_an_action_plan():
    plan = plan_in("action", committed=False)
    PlanStepFactory(plan=plan)
    assert [advice.light for advice in plans.lights(plan)] == [
        "green",
        "amber",
        "green",
        "amber",
        "red",
    ]


@pytest.mark.django_db
def test_the_timeline_runs_by_date_and_ends_with_what_has_none():
    plan = plan_in("action")
    PlanStepFactory(plan=plan, text="Some day")
    PlanStepFactory(plan=plan, text="Second", due=date(2027, 6, 1))
    PlanStepFactory(plan=plan, text="First", due=date(2027, 3, 1))
    assert [step.text for step in plans.timeline_of(plan)] == ["First", "Second", "Some day"]


def titles(person):
    return [(entry.title, entry.urgent) for entry in plans.entries(links.for_person(person))]


@pytest.mark.django_db
def test_a_team_without_a_plan_is_asked_to_start():
    team = TeamFactory()
    assert titles(team.champion) == [("Your team's plan", True)]


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "urgent"), [("conceptual", False), ("withheld", True)])
def test_a_member_finds_the_teams_plan(state, urgent):
    plan = plan_in(state)
    assert titles(plan.team.champion) == [
        (f"Your team's plan: {plan.title}", urgent),
        ("Plans", False),
    ]


@pytest.mark.django_db
def test_a_plan_waits_for_the_co_chairs_alone():
    plan = plan_in("with_leadership")
    waiting = ("A plan waits for the Leadership Group's decision", True)
    assert titles(leader(plan.initiative, co_chair=True)) == [waiting, ("Plans", False)]
    assert titles(leader(plan.initiative)) == [("Plans", False)]


@pytest.mark.django_db
def test_nothing_waits_for_somebody_whose_group_has_no_plan():
    assert titles(SeatFactory().person) == []
