"""The Leadership Group's one decision on a version of a plan."""

from functools import partial

from django.db import transaction

from core.problems import Problem
from mobilization.models import Condition, Decision, LeadershipSeat
from mobilization.notices import plans as notices
from mobilization.services import plan_moves
from mobilization.services.plan_gates import COMMITTED

MOVES = {Decision.Kind.APPROVED: "approve", Decision.Kind.WITHHELD: "withhold"}


@transaction.atomic
def decide(*, version, kind, conditions, members_present, by):
    """Record the decision on `version`: approved, or withheld with numbered conditions.

    `conditions` are sentences in their order, `members_present` people of the Leadership
    Group. The move of the plan is conditional on the version, so there is one decision.
    Raises Problem `plan_edited_since`, `conditions_missing`, `conditions_on_approval`,
    `nobody_present` or `not_in_leadership`, besides those of a move.
    """
    check_conditions(kind, conditions)
    check_members(version.initiative, members_present)
    plan = version.plan
    if plan.version != version.number:
        raise Problem("plan_edited_since")
    plan_moves.make(plan, MOVES[kind], by=by, gates=[COMMITTED])
    decision = Decision.objects.create(version=version, kind=kind, recorded_by=by)
    decision.members_present.set(members_present)
    Condition.objects.bulk_create(
        Condition(decision=decision, number=number, text=text)
        for number, text in enumerate(conditions, start=1)
    )
    transaction.on_commit(partial(notices.plan_decided, decision), robust=True)
    return decision


def check_conditions(kind, conditions):
    if kind == Decision.Kind.WITHHELD and not conditions:
        raise Problem("conditions_missing")
    if kind == Decision.Kind.APPROVED and conditions:
        raise Problem("conditions_on_approval")


def check_members(initiative, people):
    if not people:
        raise Problem("nobody_present")
    seats = LeadershipSeat.objects.filter(person__initiative=initiative, person__in=people)
    if seats.count() != len(set(people)):
        raise Problem("not_in_leadership")
