"""The support team's pages of plans."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import jobs
from core.access import may, requires
from core.problems import Problem
from mobilization.documents.plans import KINDS
from mobilization.forms.plans import move_form, team_move_form
from mobilization.forms.splits import SplitForm
from mobilization.models.plans import PROCESS
from mobilization.models.teams import PROCESS as OF_TEAMS
from mobilization.presenters import plans as presenter
from mobilization.queries import meetings
from mobilization.queries import plans as queries
from mobilization.queries import teams as team_queries
from mobilization.services import plan_moves, splits, team_ends
from mobilization.views import plan_pages
from mobilization.views.groups import find_group
from mobilization.views.pages import form_page

# What Meetings 2 and 3 decide.
MOVES = {
    "take_forward": plan_moves.take_forward,
    "merge": plan_moves.merge,
    "disband": plan_moves.disband,
    "send_to_leadership": plan_moves.send_to_leadership,
}


TEAM_MOVES = {"merge": team_ends.merge, "disband": team_ends.disband}


def find(request, plan_id):
    return queries.find(queries.in_initiative(request.initiative), plan_id)


@requires("mobilization.view_process")
def plan_list(request, initiative):
    rows = presenter.rows(queries.in_initiative(request.initiative), presenter.place_of(request))
    teams = queries.open_teams_in(request.initiative)
    context = {"groups": presenter.by_cluster(rows), "teams": teams}
    return render(request, "mobilization/plans/list.html", context)


@requires("mobilization.view_process")
def group_plans(request, initiative, cluster):
    group = find_group(request, cluster)
    rows = presenter.rows_of_group(group, presenter.place_of(request), request.actor)
    context = {
        "group": group,
        "plan_rows": rows,
        "left_open": presenter.left_open(row.plan for row in rows),
        "may_run": may(request.actor, "mobilization.run_meeting", group),
        **presenter.planless(group, request.actor),
    }
    return render(request, "mobilization/plans/group.html", context)


@requires("mobilization.form_teams")
def start(request, initiative, team_id):
    team = queries.team_to_start(queries.open_teams_in(request.initiative), team_id)
    return plan_pages.start(request, team, back="plan_list")


@requires("mobilization.view_process")
def plan(request, initiative, plan_id):
    return plan_pages.show(request, find(request, plan_id))


@requires("mobilization.decide_plan_in_meeting")
def edit(request, initiative, plan_id):
    return plan_pages.edit(request, find(request, plan_id), lambda: find(request, plan_id))


@require_POST
@requires("mobilization.decide_plan_in_meeting")
def fullness(request, initiative, plan_id):
    return plan_pages.fullness(request, find(request, plan_id))


@requires("mobilization.view_process")
def versions(request, initiative, plan_id):
    return plan_pages.versions(request, find(request, plan_id))


@require_POST
@requires("mobilization.decide_plan_in_meeting")
def restore(request, initiative, plan_id):
    return plan_pages.restore(request, find(request, plan_id))


@requires("mobilization.view_process")
def print_page(request, initiative, plan_id):
    return plan_pages.print_page(request, find(request, plan_id))


@require_POST
@requires("mobilization.print_documents")
def make_pdf(request, initiative, plan_id):
    """Have the plan printed on the paper that was asked for."""
    plan = find(request, plan_id)
    kind = KINDS.get((plan_pages.sheet_asked(request, plan), request.POST.get("paper")))
    if kind is None:
        raise Http404
    job = jobs.request(kind, place=request.initiative.slug, by=request.actor, subject=plan)
    return redirect("job", request.initiative.slug, job.pk)


@require_POST
@requires("mobilization.edit_plan")
def send_again(request, initiative, plan_id):
    plan_moves.send_again(plan=find(request, plan_id), by=request.actor)
    return redirect("plan", initiative, plan_id)


@requires("mobilization.decide_plan_in_meeting")
def split(request, initiative, plan_id):
    """A part of the plan goes on by itself, with a team and a champion of its own."""
    plan = find(request, plan_id)
    people = meetings.people(plan.team.priority.meeting)
    form = SplitForm(request.POST or None, plan=plan, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            new = splits.split(plan=plan, by=request.actor, **form.split())
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Done. “%(title)s” is a plan now.") % {"title": new})
            return redirect("plan", initiative, new.pk)
    return form_page(
        request,
        form,
        title=PROCESS.steps["split"].label,
        lead=f"{plan.title}. {presenter.MEANINGS['split']}",
        button=PROCESS.steps["split"].label,
        back=presenter.place_of(request).url("plan", plan.pk),
    )


@requires("mobilization.decide_plan_in_meeting")
def move(request, initiative, plan_id, move):
    """One decision on the plan: say it, confirm it, go back to the group's plans."""
    if move not in MOVES:
        raise Http404
    plan = find(request, plan_id)
    sends = move == "send_to_leadership"
    unclear = presenter.unclear(plan) if sends else []
    targets = queries.merge_targets(plan)
    if move == "merge" and not targets.exists():
        raise Problem("nothing_to_merge_into")
    form = move_form(move, targets, request.POST or None, waives=bool(unclear))
    if request.method == "POST" and form.is_valid():
        MOVES[move](plan=plan, by=request.actor, **form.cleaned_data)
        messages.success(request, _("Done. %(what)s") % {"what": presenter.where_it_stands(plan)})
        return redirect("group_plans", initiative, plan.team.group.cluster.slug)
    return form_page(
        request,
        form,
        title=PROCESS.steps[move].label,
        lead=f"{plan.title}. {presenter.MEANINGS[move]}",
        template="mobilization/plans/move.html",
        plan=plan,
        unclear=unclear,
        is_empty=sends and not plan.commitments.all(),
        button=PROCESS.steps[move].label,
        back=presenter.place_of(request).url("plan", plan.pk),
    )


@requires("mobilization.decide_plan_in_meeting")
def team_move(request, initiative, team_id, move):
    """The meeting merges or disbands a team that has no plan."""
    if move not in TEAM_MOVES:
        raise Http404
    team = queries.team_to_start(queries.open_teams_in(request.initiative), team_id)
    cluster = team.group.cluster.slug
    targets = team_queries.merge_targets(team)
    if move == "merge" and not targets.exists():
        raise Problem("nothing_to_merge_into")
    form = team_move_form(move, targets, request.POST or None)
    if request.method == "POST" and form.is_valid():
        TEAM_MOVES[move](team=team, by=request.actor, **form.cleaned_data)
        messages.success(request, _("Done. “%(team)s” has ended.") % {"team": team})
        return redirect("group_plans", initiative, cluster)
    return form_page(
        request,
        form,
        title=OF_TEAMS.steps[move].label,
        lead=f"{team}. {presenter.TEAM_MEANINGS[move]}",
        button=OF_TEAMS.steps[move].label,
        back=presenter.place_of(request).url("group_plans", cluster),
    )
