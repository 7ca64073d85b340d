"""What the database refuses of plans and decisions."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from mobilization.models import Condition, Decision, Plan, PlanVersion
from tests.factories.plans import leader, plan_in, sibling

pytestmark = pytest.mark.django_db


def refused(change, *args, **kwargs):
    with pytest.raises(IntegrityError), transaction.atomic():
        change(*args, **kwargs)


@pytest.fixture
def decision():
    plan = plan_in("withheld")
    chair = leader(plan.initiative, co_chair=True)
    return Decision.objects.create(version=plan.versions.get(), kind="withheld", recorded_by=chair)


def test_a_team_has_one_plan():
    plan = plan_in()
    refused(Plan.objects.create, team=plan.team, title="Another", goal="More")


def test_a_merged_plan_names_the_other():
    plan = plan_in()
    refused(Plan.objects.filter(pk=plan.pk).update, state="merged")


def test_only_a_merged_plan_names_another():
    plan = plan_in()
    refused(Plan.objects.filter(pk=plan.pk).update, merged_into=sibling(plan))


def test_a_plan_is_not_merged_into_itself():
    plan = plan_in()
    refused(Plan.objects.filter(pk=plan.pk).update, state="merged", merged_into=plan)


def test_whoever_judged_an_outcome_is_named_with_the_moment():
    outcomes = plan_in().outcomes
    refused(outcomes.update, judged_by_name="Ada")
    refused(outcomes.update, judged_at=timezone.now())


def test_a_version_has_its_number_once():
    plan = plan_in()
    refused(PlanVersion.objects.create, plan=plan, number=1, content={}, edited_by_name="A")


def test_a_version_is_decided_once(decision):
    refused(
        Decision.objects.create,
        version=decision.version,
        kind="approved",
        recorded_by=decision.recorded_by,
    )


def test_a_decision_approves_or_withholds(decision):
    refused(Decision.objects.filter(pk=decision.pk).update, kind="perhaps")


def test_conditions_count_from_one_and_once(decision):
    Condition.objects.create(decision=decision, number=1, text="Name the college.")
    refused(Condition.objects.create, decision=decision, number=1, text="Again.")
    refused(Condition.objects.create, decision=decision, number=0, text="Before.")
