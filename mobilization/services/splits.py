"""A meeting splits a plan: a part of it, and of its team, goes on as a plan of its own."""

from django.db import transaction

from core.problems import Problem, refused_as
from core.workflow import record_move
from mobilization.models import Plan, Team
from mobilization.queries.plans import PARTS, content_of
from mobilization.services import plan_moves, plan_steps, plan_texts, plans, presentations
from mobilization.services.plan_gates import in_its_meeting
from mobilization.services.teams import add_members, require_leaders


@transaction.atomic
def split(*, plan, version, title, lines, champion, members=(), by, note=""):
    """Split what is in `lines` ({part: ids}) off `version` of the plan; returns the new plan.

    The new plan stands where the old one stands, with the same long-term goal; its team is led
    and convened by `champion`. Each of the two keeps at least one outcome. Raises Problem
    `no_champion`, `no_seat`, `plan_edited_since`, `split_leaves_nothing` or `split_already`,
    besides those of a move.
    """
    require_leaders(champion, champion)
    if plan.version != version:
        raise Problem("plan_edited_since")
    stays, goes = divided(content_of(plan), lines)
    if not stays["outcomes"] or not goes["outcomes"]:
        raise Problem("split_leaves_nothing")
    meeting = plan_steps.meeting_at(plan)
    with plan_steps.noted(plan, "split", by=by, rows=plan_steps.split_off(plan.team)):
        plan_moves.make(plan, "split", by=by, note=note, gates=[in_its_meeting(plan)])
        new = begin(plan, title, goes, team_beside(plan.team, title, champion, members), by)
        presentations.hear_with(plan.team, new.team, meeting)
        record_move(new, "split_off", before="", after=new.state, by=by, note=plan.title)
        plan_texts.keep_version(new, by)
        plans.save(plan=plan, version=version, content=stays, by=by)
    return new


def divided(content, lines):
    """(what stays, what goes): the lines of each part; those that go lose their ids."""
    stays, goes = {}, {}
    for part in PARTS:
        chosen = set(lines.get(part, ()))
        stays[part] = [line for line in content[part] if line["id"] not in chosen]
        goes[part] = [{**line, "id": None} for line in content[part] if line["id"] in chosen]
    return stays, goes


def team_beside(team, name, champion, members):
    with refused_as("split_already", title=name):
        beside = Team.objects.create(
            priority=team.priority, split_from=team, name=name, champion=champion, convener=champion
        )
    add_members(beside, [champion, *members])
    return beside


def begin(plan, title, content, team, by):
    new = Plan.objects.create(
        team=team, title=title, goal=plan.goal, structure=plan.structure, state=plan.state
    )
    for part, lines in content.items():
        plan_texts.store_lines(new, part, lines, by)
    return new
