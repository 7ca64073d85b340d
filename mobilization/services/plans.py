"""Plans: started, edited by version, decided in Meetings 2 and 3, sent to the Leadership Group."""

from dataclasses import dataclass, field
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from core.access import may
from core.problems import Problem
from mobilization.models import Commitment, Copies, Decision, Meeting, Plan, TeamMember
from mobilization.models.plans import CLOSED_STATES, MEETING_OF_STATE, PROCESS
from mobilization.notices import plans as notices
from mobilization.presenters.plans import promises
from mobilization.queries.commitments import unclear as unclear_commitments
from mobilization.queries.merging import merge as merge_contents
from mobilization.queries.plans import PARTS, content_of, says_the_same
from mobilization.services import plan_steps, presentations
from mobilization.services import plan_texts as texts

State = Plan.State


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


@transaction.atomic
def start(*, team, title, goal, by):
    """Start the team's plan as a conceptual plan, version 1.

    Raises Problem `plan_not_yours` or `plan_started_already`.
    """
    check_may_edit(team, by)
    try:
        with transaction.atomic():
            plan = Plan.objects.create(team=team, title=title, goal=goal)
    except IntegrityError:
        raise Problem("plan_started_already", team=str(team)) from None
    texts.keep_version(plan, by)
    tell_the_room(plan)
    return plan


@transaction.atomic
def save(*, plan, version, content, by, state=None):
    """Store what was edited on `version` of the plan and keep the whole as the next version.

    `content` has the shape of `content_of`; a part that it leaves out stays as it is. What
    others saved since `version` stays, too: only where both changed the same words does a person
    have to choose. Saving what stands there already makes no version. Editing an approved plan
    voids the approval: `state` is the state that the editor knew of, by default the one `plan`
    was read in. Raises Problem `plan_not_yours`, `plan_closed`, `too_many_lines`,
    `commitments_needed`, `person_unknown`, `plan_edited_meanwhile`, `plan_moved_meanwhile` or
    `plan_edited_since`, and ValidationError on a line that its form would not take.
    """
    check_may_edit(plan, by)
    known = state or plan.state
    while True:  # each time that it begins again, somebody else has saved
        plan.refresh_from_db()
        check_is_open(plan)
        stands = content_of(plan)
        base = stands if plan.version == version else texts.content_at(plan, version)
        new, clashes = merge_contents(base, content, stands)
        if says_the_same(new, stands) and not clashes:
            return plan
        check_nobody_minds(plan, known, clashes)
        if write(plan, known, new, by):
            return plan


@transaction.atomic
def restore(*, plan, number, version, by, state=None):
    """Let the plan say again what its version `number` says, as its next version.

    `version` and `state` are those that the page showed. Raises Problem `plan_not_yours`,
    `plan_closed`, `plan_edited_since`, `too_many_lines`, `commitments_needed` or
    `person_unknown`.
    """
    check_may_edit(plan, by)
    known = state or plan.state
    plan.refresh_from_db()
    check_is_open(plan)
    wanted = texts.content_at(plan, number)
    if plan.version != version:
        raise Problem("plan_edited_since")
    if says_the_same(wanted, content_of(plan)):
        return plan
    if not write(plan, known, wanted, by):
        raise Problem("plan_edited_since")
    return plan


def write(plan, state, content, by):
    """Make `content` the next version, if nobody has edited or moved the plan meanwhile."""
    texts.check_lengths(content)
    texts.check_commitments(plan, content)
    tell_the_room(plan)
    if not texts.take_version(plan, state, content):
        return False
    plan.refresh_from_db()
    for part in PARTS:
        texts.store_lines(plan, part, content[part], by)
    texts.keep_version(plan, by)
    if plan.state == State.APPROVED:
        void_approval(plan, by)
    return True


def check_may_edit(record, by):
    if not may(by, "mobilization.edit_plan", record):
        raise Problem("plan_not_yours")


def check_is_open(plan):
    if plan.state in CLOSED_STATES:
        raise Problem("plan_closed", state=str(plan.get_state_display()))


def check_nobody_minds(plan, state, clashes):
    if plan.state != state:
        raise Problem("plan_moved_meanwhile", state=str(plan.get_state_display()))
    if clashes:
        latest = plan.versions.get(number=plan.version)
        raise Problem("plan_edited_meanwhile", who=latest.edited_by_name, version=latest.number)


def void_approval(plan, by):
    make(plan, "void", by=by)
    approvals = Decision.objects.filter(version__plan=plan, kind=Decision.Kind.APPROVED)
    approvals.filter(voided_at=None).update(voided_at=timezone.now())
    tell_leadership(plan)


@transaction.atomic
def take_forward(*, plan, by, note=""):
    """Meeting 2 takes a conceptual plan forward, to become an action plan."""
    with plan_steps.noted(plan, "take_forward", by=by):
        return make(plan, "take_forward", by=by, note=note, gates=[in_its_meeting(plan)])


@transaction.atomic
def merge(*, plan, into, by, note=""):
    """The meeting merges the plan into another of the same group; its team joins the other.

    Raises Problem `merge_target_elsewhere` or `merge_target_closed`, besides those of a move.
    """
    if into.pk == plan.pk or into.team.group != plan.team.group:
        raise Problem("merge_target_elsewhere")
    tell_the_room(plan)
    hold(plan, into)
    into.refresh_from_db()
    if into.state in CLOSED_STATES:
        raise Problem("merge_target_closed", title=into.title)
    people = plan.team.members.values_list("person_id", flat=True)
    with plan_steps.noted(plan, "merge", by=by, rows=plan_steps.members_of(into.team)):
        gates = [in_its_meeting(plan)]
        merged = make(plan, "merge", by=by, note=note, gates=gates, merged_into=into)
        join_team(into.team, list(people))
        presentations.end_with(plan.team, by=by)
    return merged


def hold(*plans):
    """Lock the rows in one order by an UPDATE that changes nothing.

    So two merges of the same plans into each other follow one another, and the second sees
    what the first has done.
    """
    for pk in sorted(plan.pk for plan in plans):
        Plan.objects.filter(pk=pk).update(version=F("version"))


def join_team(team, people):
    TeamMember.objects.bulk_create(
        [TeamMember(team=team, person_id=person) for person in people], ignore_conflicts=True
    )


@transaction.atomic
def disband(*, plan, by, note):
    """The meeting disbands the plan, for a reason."""
    with plan_steps.noted(plan, "disband", by=by):
        ended = make(plan, "disband", by=by, note=note, gates=[in_its_meeting(plan)])
        presentations.end_with(plan.team, by=by)
    return ended


@transaction.atomic
def send_to_leadership(*, plan, by, note="", reason=""):
    """Meeting 3 sends an action plan to the Leadership Group; not without a commitment.

    Where some are not clear, `reason` says why it goes all the same, and stays in the history.
    """
    gates = [in_its_meeting(plan), COMMITTED]
    unclear = promises.unclear(plan)
    if reason.strip():
        note = promises.waived(note, unclear, reason)
    else:
        gates.append(all_clear(unclear))
    with plan_steps.noted(plan, "send_to_leadership", by=by):
        sent = make(plan, "send_to_leadership", by=by, note=note, gates=gates)
    tell_leadership(sent)
    return sent


def all_clear(known):
    """The gate that tells which commitments are not clear, as far as is `known`."""
    vague = Exists(unclear_commitments(Commitment.objects.filter(plan=OuterRef("pk"))))
    return Gate(~Q(vague), "commitments_unclear", {"which": " ".join(f"{row}." for row in known)})


@transaction.atomic
def send_again(*, plan, by, note=""):
    """The team has worked on the conditions and sends the plan back for a decision."""
    gates = [EDITED_SINCE_THE_DECISION, COMMITTED]
    sent = make(plan, "send_again", by=by, note=note, gates=gates)
    tell_leadership(sent)
    return sent


def tell_leadership(plan):
    transaction.on_commit(partial(notices.plan_waits, plan), robust=True)


def in_its_meeting(plan):
    """The gate of a decision in the room: the meeting for this state of plan is at its plans."""
    number = MEETING_OF_STATE.get(plan.state, 3)
    meetings = Meeting.objects.filter(
        group=plan.team.group, number=number, state=Meeting.State.DECIDING
    )
    return Gate(Q(Exists(meetings)), "meeting_not_deciding", {"number": number})


@transaction.atomic
def make(plan, name, *, by, note="", gates=(), **values):
    """Make a move whose gates are checked by the UPDATE itself, so that they hold in a race.

    A gate reads other tables as they stood when the UPDATE began. Every edit of a plan raises
    its version first, so the version in the condition makes sure that what the gate read
    belongs to the plan that is moved.
    """
    tell_the_room(plan)
    only_if = Q(version=plan.version)
    for gate in gates:
        only_if &= gate.condition
    try:
        return PROCESS.make(plan, name, by=by, note=note, only_if=only_if, **values)
    except Problem as problem:
        if problem.code == "move_not_open" and plan.state in PROCESS.steps[name].sources:
            explain(plan, gates)
        raise


def tell_the_room(plan):
    """The screens of the meeting that is at its plans show what became of this one.

    The consoles of meetings for which it was copied show that these copies are out of date. Where
    no such meeting is ahead, nothing is told, and nothing stands in the way of the edit. Whoever
    changes a plan holds its meeting first, so that no two wait for each other.
    """
    at_its_plans = Q(group=plan.team.group.pk, state=Meeting.State.DECIDING)
    copied = Q(pk__in=Copies.objects.filter(plan=plan).values("meeting"))
    ahead = Meeting.objects.exclude(state=Meeting.State.CLOSED)
    ahead.filter(at_its_plans | copied).update(version=F("version") + 1)


def explain(plan, gates):
    """Raise the Problem of the gate that is shut, if it was a gate that held the move back."""
    now = Plan.objects.filter(pk=plan.pk, state=plan.state)
    for gate in gates:
        if now.exists() and not now.filter(gate.condition).exists():
            raise Problem(gate.code, **gate.values)
    if now.exclude(version=plan.version).exists():
        raise Problem("plan_edited_since")
