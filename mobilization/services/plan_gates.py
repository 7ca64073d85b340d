"""What must hold beside the state for a plan to be moved."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

from core.problems import Problem
from mobilization.models import Commitment, Decision, Meeting, Plan
from mobilization.models.plans import MEETINGS_OF_STATE
from mobilization.queries.commitments import unclear as unclear_commitments


@dataclass(frozen=True)
class Gate:
    """A condition of a move, and the Problem to raise where it is not met."""

    condition: Q
    code: str
    values: dict = field(default_factory=dict)


COMMITTED = Gate(
    Q(Exists(Commitment.objects.filter(plan=OuterRef("pk")))), "plan_without_commitments"
)
EDITED_SINCE_THE_DECISION = Gate(
    ~Q(
        Exists(
            Decision.objects.filter(
                version__plan=OuterRef("pk"), version__number=OuterRef("version")
            )
        )
    ),
    "plan_not_edited_since",
)


def in_its_meeting(plan):
    """The gate of a decision in the room: a meeting for this state of plan is at its plans."""
    numbers = MEETINGS_OF_STATE.get(plan.state, (3,))
    meetings = Meeting.objects.filter(
        group=plan.team.group, number__in=numbers, state=Meeting.State.DECIDING
    )
    closed = Meeting.objects.filter(group=plan.team.group, state=Meeting.State.CLOSED)
    over = set(closed.values_list("number", flat=True))
    ahead = next((number for number in numbers if number not in over), numbers[-1])
    return Gate(Q(Exists(meetings)), "meeting_not_deciding", {"number": ahead})


def all_clear(known):
    """The gate that tells which commitments are not clear, as far as is `known`."""
    vague = Exists(unclear_commitments(Commitment.objects.filter(plan=OuterRef("pk"))))
    return Gate(~Q(vague), "commitments_unclear", {"which": " ".join(f"{row}." for row in known)})


def explain(plan, gates):
    """Raise the Problem of the gate that is shut, if it was a gate that held the move back."""
    now = Plan.objects.filter(pk=plan.pk, state=plan.state)
    for gate in gates:
        if now.exists() and not now.filter(gate.condition).exists():
            raise Problem(gate.code, **gate.values)
    if now.exclude(version=plan.version).exists():
        raise Problem("plan_edited_since")
