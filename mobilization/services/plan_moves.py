"""The moves of a plan: decided in Meetings 2 and 3, sent to the Leadership Group."""

from functools import partial

from django.db import transaction
from django.db.models import F, Q

from core.problems import Problem
from mobilization.models import Copies, Meeting, Plan, TeamMember
from mobilization.models.plans import CLOSED_STATES, PROCESS
from mobilization.notices import plans as notices
from mobilization.presenters.plans import promises
from mobilization.services import plan_gates, plan_steps, presentations


@transaction.atomic
def take_forward(*, plan, by, note=""):
    """Meeting 2 takes a conceptual plan forward, to become an action plan."""
    with plan_steps.noted(plan, "take_forward", by=by):
        return make(plan, "take_forward", by=by, note=note, gates=[plan_gates.in_its_meeting(plan)])


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
        gates = [plan_gates.in_its_meeting(plan)]
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
        ended = make(plan, "disband", by=by, note=note, gates=[plan_gates.in_its_meeting(plan)])
        presentations.end_with(plan.team, by=by)
    return ended


@transaction.atomic
def send_to_leadership(*, plan, by, note="", reason=""):
    """Meeting 3 sends an action plan to the Leadership Group; not without a commitment.

    Where some are not clear, `reason` says why it goes all the same, and stays in the history.
    """
    gates = [plan_gates.in_its_meeting(plan), plan_gates.COMMITTED]
    unclear = promises.unclear(plan)
    if reason.strip():
        note = promises.waived(note, unclear, reason)
    else:
        gates.append(plan_gates.all_clear(unclear))
    with plan_steps.noted(plan, "send_to_leadership", by=by):
        sent = make(plan, "send_to_leadership", by=by, note=note, gates=gates)
    tell_leadership(sent)
    return sent


@transaction.atomic
def send_again(*, plan, by, note=""):
    """The team has worked on the conditions and sends the plan back for a decision."""
    gates = [plan_gates.EDITED_SINCE_THE_DECISION, plan_gates.COMMITTED]
    sent = make(plan, "send_again", by=by, note=note, gates=gates)
    tell_leadership(sent)
    return sent


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
            plan_gates.explain(plan, gates)
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


def tell_meeting_of(group):
    """The same for a plan that is only beginning: it is copied for no meeting yet."""
    at_its_plans = Meeting.objects.filter(group=group.pk, state=Meeting.State.DECIDING)
    at_its_plans.update(version=F("version") + 1)


def tell_leadership(plan):
    transaction.on_commit(partial(notices.plan_waits, plan), robust=True)


def call_back(plan):
    """Whoever was told that the plan waits for a decision is told that it does not."""
    transaction.on_commit(partial(notices.plan_waits_no_more, plan), robust=True)
