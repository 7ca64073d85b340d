"""Plans by personal link: a team writes its own, members of the groups read."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from core.access import by_personal_link, may
from mobilization.presenters import plans as presenter
from mobilization.queries import plans as queries
from mobilization.services import plan_moves
from mobilization.views import plan_pages


def find(request, plan_id):
    return queries.find(queries.readable_by(request.actor), plan_id)


def find_own(request, plan_id):
    """The plan, if the person is on its team."""
    plan = find(request, plan_id)
    if not may(request.actor, "mobilization.edit_plan", plan):
        raise PermissionDenied
    return plan


@by_personal_link
def plan_list(request, token):
    place = presenter.place_of(request)
    rows = presenter.rows(queries.readable_by(request.actor), place)
    context = {
        "entries": presenter.teams_to_start(request.actor, place),
        "groups": presenter.by_cluster(rows),
    }
    return render(request, "mobilization/plans/personal_list.html", context)


@by_personal_link
def start(request, token, team_id):
    team = queries.team_to_start(queries.open_teams_of(request.actor), team_id)
    return plan_pages.start(request, team, back="plan_list")


@by_personal_link
def plan(request, token, plan_id):
    return plan_pages.show(request, find(request, plan_id))


@by_personal_link
def edit(request, token, plan_id):
    return plan_pages.edit(request, find_own(request, plan_id), lambda: find(request, plan_id))


@require_POST
@by_personal_link
def fullness(request, token, plan_id):
    return plan_pages.fullness(request, find_own(request, plan_id))


@by_personal_link
def versions(request, token, plan_id):
    return plan_pages.versions(request, find(request, plan_id))


@require_POST
@by_personal_link
def restore(request, token, plan_id):
    return plan_pages.restore(request, find_own(request, plan_id))


@by_personal_link
def print_page(request, token, plan_id):
    return plan_pages.print_page(request, find(request, plan_id))


@require_POST
@by_personal_link
def send_again(request, token, plan_id):
    plan_moves.send_again(plan=find_own(request, plan_id), by=request.actor)
    return redirect("personal_plan", token, plan_id)
