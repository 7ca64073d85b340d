"""Where every plan stands with the Leadership Group, and its one decision on a version."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.access import by_personal_link, may, requires
from core.problems import Problem
from mobilization.forms.approvals import DecisionSheet
from mobilization.presenters import plans as presenter
from mobilization.queries import plans as queries
from mobilization.services import approvals


@requires("mobilization.view_process")
def leadership(request, initiative):
    rows = presenter.rows(queries.in_initiative(request.initiative), presenter.place_of(request))
    context = {
        "standings": presenter.by_standing(rows),
        "leaders": queries.leaders(request.initiative),
    }
    return render(request, "mobilization/approvals/leadership.html", context)


@by_personal_link
def decide(request, token, plan_id):
    """A co-chair of the Leadership Group records the group's decision on this version."""
    plan = find(request, plan_id)
    if request.method == "GET" and plan.state != plan.State.WITH_LEADERSHIP:
        return redirect("personal_plan", token, plan_id)
    members = queries.leaders(request.initiative)
    sheet = DecisionSheet(plan, members, data=request.POST if request.method == "POST" else None)
    if "add" in request.POST:
        sheet = sheet.again(plan, one_more=True)
    elif request.method == "POST" and sheet.is_valid():
        try:
            record(request, plan, sheet)
        except Problem as problem:
            plan = find(request, plan_id)
            sheet = sheet.again(plan, problem=problem)
        else:
            return redirect("personal_plan", token, plan_id)
    context = {"sheet": sheet, **presenter.page(plan, presenter.place_of(request), request.actor)}
    return render(request, "mobilization/approvals/decision.html", context)


def find(request, plan_id):
    plan = queries.find(queries.readable_by(request.actor), plan_id)
    if not may(request.actor, "mobilization.decide_plan", plan):
        raise PermissionDenied
    return plan


def record(request, plan, sheet):
    version = queries.version_of(plan, sheet.version)
    approvals.decide(version=version, by=request.actor, **sheet.decision())
    messages.success(request, _("The decision is recorded, and the team has been told."))
