"""Approvals and signed statements."""

from datetime import UTC, datetime

from mobilization.models import Blueprint, Decision
from tests.factories.plans import leader, plan_in

SIGNED_AT = datetime(2027, 6, 1, 16, 0, tzinfo=UTC)


def approved_plan(**values):
    """A plan with the Leadership Group's approval of its present version."""
    plan = plan_in("approved", **values)
    chair = leader(plan.initiative, co_chair=True)
    version = plan.versions.get(number=plan.version)
    decision = Decision.objects.create(version=version, kind="approved", recorded_by=chair)
    decision.members_present.add(chair)
    return plan


def signed(group, **values):
    """The statement of the group's blueprint."""
    chair = leader(group.initiative, co_chair=True)
    values = {"statement": "We stand behind these plans.", "signed_at": SIGNED_AT} | values
    return Blueprint.objects.create(group=group, signed_by=chair, **values)
