"""The Leadership Group's one decision."""

import pytest
from django.core import mail

from core.problems import Problem
from core.workflow import history_of
from mobilization.models import Decision, Plan, PlanVersion
from mobilization.services import approvals, plans
from tests.factories.accounts import PersonFactory, member
from tests.factories.plans import leader, plan_in
from tests.races import problems, race


def decide(plan, by, **values):
    """Approve what stands now, unless `values` say otherwise."""
    values = {"kind": "approved", "conditions": [], "members_present": [by], **values}
    return approvals.decide(version=plan.versions.get(number=1), by=by, **values)


@pytest.fixture
def plan(db):
    return plan_in("with_leadership")


@pytest.fixture
def chair(plan):
    return leader(plan.initiative, co_chair=True)


def test_an_approval_is_bound_to_the_version(plan, chair):
    present = [chair, leader(plan.initiative)]
    decision = decide(plan, chair, members_present=present)
    plan.refresh_from_db()
    assert plan.state == "approved"
    assert decision.version == plan.versions.get()
    assert set(decision.members_present.all()) == set(present)
    assert [move.name for move in history_of(plan)] == ["approve"]


def test_conditions_are_numbered_in_their_order(plan, chair):
    conditions = ["Name the college.", "Halve the cost."]
    decision = decide(plan, chair, kind="withheld", conditions=conditions)
    plan.refresh_from_db()
    assert plan.state == "withheld"
    assert list(decision.conditions.values_list("number", "text")) == [
        (1, "Name the college."),
        (2, "Halve the cost."),
    ]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kind": "withheld"}, "conditions_missing"),
        ({"conditions": ["Be quick."]}, "conditions_on_approval"),
        ({"members_present": []}, "nobody_present"),
    ],
)
def test_half_a_decision_is_not_recorded(plan, chair, values, code):
    with pytest.raises(Problem) as caught:
        decide(plan, chair, **values)
    plan.refresh_from_db()
    assert (caught.value.code, plan.state) == (code, "with_leadership")
    assert Decision.objects.count() == 0


def test_only_members_of_this_leadership_group_were_present(plan, chair):
    for stranger in [PersonFactory(initiative=plan.initiative), leader(plan_in().initiative)]:
        with pytest.raises(Problem) as caught:
            decide(plan, chair, members_present=[chair, stranger])
        assert caught.value.code == "not_in_leadership"


@pytest.mark.parametrize("who", ["member", "manager", "team", "chair_elsewhere"])
def test_nobody_but_a_co_chair_decides(plan, chair, who):
    by = {
        "member": lambda: leader(plan.initiative),
        "manager": lambda: member(plan.initiative),
        "team": lambda: plan.team.champion,
        "chair_elsewhere": lambda: leader(plan_in().initiative, co_chair=True),
    }[who]()
    with pytest.raises(Problem) as caught:
        decide(plan, by, members_present=[chair])
    assert caught.value.code == "move_not_yours"
    assert Decision.objects.count() == 0


def test_a_version_edited_meanwhile_is_not_decided(plan, chair):
    plans.save(plan=plan, version=1, content={"goal": "New"}, by=plan.team.champion)
    with pytest.raises(Problem) as caught:
        decide(plan, chair)
    plan.refresh_from_db()
    assert (caught.value.code, plan.state) == ("plan_edited_since", "with_leadership")
    assert Decision.objects.count() == 0


def test_a_plan_is_not_decided_twice(plan, chair):
    decide(plan, chair)
    with pytest.raises(Problem) as caught:
        decide(plan, chair, kind="withheld", conditions=["Too late."])
    assert caught.value.code == "move_not_open"
    assert Decision.objects.get().kind == "approved"


def test_champion_and_convener_get_the_conditions(plan, chair, django_capture_on_commit_callbacks):
    plan.team.convener = PersonFactory(initiative=plan.initiative)
    plan.team.save()
    with django_capture_on_commit_callbacks(execute=True):
        decide(plan, chair, kind="withheld", conditions=["Name the college."])
    assert {letter.to[0] for letter in mail.outbox} == {
        plan.team.champion.email,
        plan.team.convener.email,
    }
    assert all("1. Name the college." in letter.body for letter in mail.outbox)
    assert all(str(letter.to) != chair.email for letter in mail.outbox)


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_co_chairs_at_once_one_decides():
    plan = plan_in("with_leadership")
    chairs = [leader(plan.initiative, co_chair=True) for _ in range(16)]

    def approve(chair):
        version = PlanVersion.objects.select_related("plan").get()
        return lambda: approvals.decide(
            version=version, kind="approved", conditions=[], members_present=[chair], by=chair
        )

    results = race(*[approve(chair) for chair in chairs])
    assert problems(results) == ["move_not_open"] * 15
    assert Plan.objects.get().state == "approved"
    assert Decision.objects.count() == 1
    assert history_of(plan).count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(3))
def test_an_edit_and_an_approval_at_once_never_leave_an_edited_plan_approved(attempt):
    plan = plan_in("with_leadership")
    chair = leader(plan.initiative, co_chair=True)
    mine, version = Plan.objects.get(), PlanVersion.objects.select_related("plan").get()
    results = race(
        lambda: plans.save(plan=mine, version=1, content={"goal": "New"}, by=plan.team.champion),
        lambda: approvals.decide(
            version=version, kind="approved", conditions=[], members_present=[chair], by=chair
        ),
    )
    assert len(problems(results)) == 1
    plan.refresh_from_db()
    assert (plan.state, plan.version) in {("approved", 1), ("with_leadership", 2)}
    assert Decision.objects.count() == (1 if plan.state == "approved" else 0)
