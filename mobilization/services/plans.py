"""Plans: started, edited by version, brought back to an earlier one."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from core.access import may
from core.problems import Problem
from mobilization.models import Decision, Plan, Team
from mobilization.models.plans import CLOSED_STATES
from mobilization.queries.merging import merge
from mobilization.queries.plans import PARTS, content_of, says_the_same
from mobilization.services import plan_moves
from mobilization.services import plan_texts as texts

State = Plan.State


@transaction.atomic
def start(*, team, title, goal, by):
    """Start the team's plan as a conceptual plan, version 1.

    Raises Problem `plan_not_yours`, `plan_started_already`, or `team_ended` where the group has
    merged or disbanded the team.
    """
    check_may_edit(team, by)
    plan_moves.tell_meeting_of(team.group)
    works = Team.objects.filter(pk=team.pk, state=Team.State.WORKING)
    if not works.update(next_place=F("next_place")):
        raise Problem("team_ended", name=str(team))
    try:
        with transaction.atomic():
            plan = Plan.objects.create(team=team, title=title, goal=goal)
    except IntegrityError:
        raise Problem("plan_started_already", team=str(team)) from None
    texts.keep_version(plan, by)
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
        new, clashes = merge(base, content, stands)
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
    plan_moves.tell_the_room(plan)
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
    plan_moves.make(plan, "void", by=by)
    approvals = Decision.objects.filter(version__plan=plan, kind=Decision.Kind.APPROVED)
    approvals.filter(voided_at=None).update(voided_at=timezone.now())
    plan_moves.tell_leadership(plan)
