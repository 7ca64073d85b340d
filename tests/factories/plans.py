"""Plans in any state, with the people and the meeting that go with them."""

from datetime import date

from mobilization.models import Meeting, Plan, PlanVersion
from mobilization.queries.plans import content_of
from tests.factories.process import (
    CommitmentFactory,
    LeadershipSeatFactory,
    MeetingFactory,
    OutcomeFactory,
    PlanFactory,
)

MEETING_OF = {"conceptual": 2, "action": 3}


def plan_in(state="conceptual", *, committed=True, **values):
    """A plan that stands in `state`, its meeting at the plans, its version kept."""
    if state == Plan.State.MERGED and "merged_into" not in values:
        values["merged_into"] = PlanFactory()
    plan = PlanFactory(state=state, **values)
    OutcomeFactory(plan=plan)
    if committed:
        CommitmentFactory(plan=plan)
    keep(plan)
    number = MEETING_OF.get(state, 3)
    if not plan.team.group.meetings.filter(number=number).exists():
        MeetingFactory(group=plan.team.group, number=number, state=Meeting.State.DECIDING)
    return plan


def keep(plan):
    return PlanVersion.objects.create(
        plan=plan, number=plan.version, content=content_of(plan), edited_by_name="Somebody"
    )


def sibling(plan, state="conceptual", **values):
    """A second plan of the same group."""
    return plan_in(state, team__priority__meeting=plan.team.priority.meeting, **values)


def leader(initiative, *, co_chair=False):
    """A member of the Leadership Group."""
    return LeadershipSeatFactory(person__initiative=initiative, is_co_chair=co_chair).person


def outcome_line(text="Forty technicians certified", **values):
    return {"text": text, "measure": "Certificates awarded", "due": date(2027, 12, 1), **values}
