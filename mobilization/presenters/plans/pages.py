"""What the page of one plan places."""

from datetime import date

from core.access import may
from mobilization.models import ImplementationNeed, Plan
from mobilization.models.plans import CLOSED_STATES, PROCESS
from mobilization.presenters import one_page
from mobilization.presenters.measures import measured_by
from mobilization.presenters.plans.advice import TEST_PARTS, hints, lights, tested
from mobilization.presenters.plans.places import decisions_in_the_room
from mobilization.presenters.plans.rows import where_it_stands
from mobilization.queries import plans as queries

State = Plan.State


def page(plan, place, actor):
    """Everything that the page of a plan places."""
    closed = plan.state in CLOSED_STATES
    return {
        "plan": plan,
        "sentence": where_it_stands(plan),
        "lights": [] if closed else lights(plan),
        "hints": [] if closed else hints(plan),
        "decisions": list(queries.decisions_on(plan)),
        "versions": queries.versions_of(plan),
        "process": PROCESS,
        **ways_on(plan, place, actor),
        **content(plan),
    }


WITH_THE_LEADERS = {State.WITH_LEADERSHIP, State.APPROVED}


def ways_on(plan, place, actor):
    """The addresses that are open to the actor from the plan's page."""
    writes = plan.state not in CLOSED_STATES and may(actor, "mobilization.edit_plan", plan)
    decides = plan.state == State.WITH_LEADERSHIP and may(actor, "mobilization.decide_plan", plan)
    sends = plan.state == State.WITHHELD and writes and not queries.is_decided(plan)
    open_numbers = queries.meetings_at_plans(plan.team.group)
    alone = not (open_numbers and queries.merge_targets(plan).exists())
    in_meeting = decisions_in_the_room(plan, place, actor, open_numbers, alone=alone)
    return {
        "plan_url": place.url("plan", plan.pk),
        "versions_url": place.url("plan_versions", plan.pk),
        "print_url": place.url("plan_print", plan.pk),
        "edit_url": place.url("plan_edit", plan.pk) if writes else "",
        # An edit takes a plan back from the Leadership Group, so it is not the step that is next.
        "edit_tone": "secondary" if plan.state in WITH_THE_LEADERS else "primary",
        "decide_url": place.url("decision", plan.pk) if decides else "",
        "send_url": place.url("plan_send", plan.pk) if sends else "",
        "in_meeting": in_meeting,
    }


def way_back(plan, number, place, actor):
    """What the page of versions needs to let the plan say again what version `number` says."""
    writes = plan.state not in CLOSED_STATES and may(actor, "mobilization.edit_plan", plan)
    if number == plan.version or not writes:
        return {}
    return {"restore_url": place.url("plan_restore", plan.pk)}


def content(plan):
    return {
        "test_parts": TEST_PARTS,
        "outcomes": [
            (outcome, measured_by(outcome), tested(outcome)) for outcome in plan.outcomes.all()
        ],
        "steps": timeline_of(plan),
        "needs": needs_by_kind(plan),
        "commitments": plan.commitments.all(),
        "members": [member.person for member in plan.team.members.all()],
        "members_line": one_page.members_line(plan),
    }


def timeline_of(plan):
    """The steps in the order of their dates; those without one stand last."""
    return sorted(plan.steps.all(), key=lambda step: (step.due is None, step.due or date.max))


def needs_by_kind(plan):
    """[(kind in words, [needs])] in the order of the kinds; empty kinds are left out."""
    return [(label, found) for label, found in every_need(plan) if found]


def every_need(plan):
    """The same with the kinds of which nothing is named."""
    needs = list(plan.needs.all())
    return [
        (label, [need for need in needs if need.kind == kind])
        for kind, label in ImplementationNeed.Kind.choices
    ]
