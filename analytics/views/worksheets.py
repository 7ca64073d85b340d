"""The observations worksheet: its rounds and where each stands."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from analytics import queries
from analytics.models import Worksheet
from analytics.models.worksheets import PROCESS
from analytics.presenters import worksheets as words
from analytics.services import worksheets
from analytics.views.place import worksheet_or_404
from core.access import may, requires
from core.problems import Problem


@requires("analytics.view_data")
@require_GET
def worksheet_home(request, initiative):
    """The newest round, or how to begin the first."""
    latest = queries.worksheets_of(request.initiative).first()
    if latest:
        return show(request, latest)
    context = {"region": queries.region_of(request.initiative), "may_lead": may_lead(request)}
    return render(request, "analytics/worksheets/none.html", context)


@requires("analytics.view_data")
@require_GET
def worksheet(request, initiative, round):
    """One round: who has handed in, the joint sheet in the making, or the closed one."""
    return show(request, worksheet_or_404(request, round))


def show(request, found):
    others = [each for each in queries.worksheets_of(request.initiative) if each != found]
    context = {
        "rounds": others,
        "is_latest": all(each.number < found.number for each in others),
        "may_lead": may_lead(request),
        "may_define": may(request.actor, "clusters.change_cluster", request.initiative),
        **words.page(found, request.actor),
    }
    return render(request, f"analytics/worksheets/{found.state}.html", context)


def may_lead(request):
    return may(request.actor, "analytics.lead_worksheet", request.initiative)


@requires("analytics.lead_worksheet")
@require_POST
def worksheet_begin(request, initiative):
    """Begin the first round, or the next."""
    made = worksheets.begin(initiative=request.initiative, by=request.actor)
    return redirect("worksheet", initiative, made.number)


@requires("analytics.lead_worksheet")
@require_POST
def worksheet_move(request, initiative, round):
    """Begin the joint sheet, close it, open it again."""
    name = request.POST.get("move", "")
    if name not in PROCESS.steps:
        raise Http404
    moved = worksheets.move(
        worksheet=worksheet_or_404(request, round),
        name=name,
        by=request.actor,
        note=request.POST.get("note", ""),
    )
    messages.success(request, said(moved))
    return redirect("worksheet", initiative, round)


def said(moved):
    if moved.state == Worksheet.State.CLOSED:
        return _("The joint sheet is closed. It can be printed, downloaded and built on.")
    return _("The joint sheet is open, and everybody's sheet that was handed in can be read.")


@requires("analytics.view_data")
@require_GET
def worksheet_csv(request, initiative, round):
    """The joint sheet as CSV. Raises Problem before it is begun."""
    found = worksheet_or_404(request, round)
    if found.state == Worksheet.State.COLLECTING:
        raise Problem("joint_sheet_not_begun")
    headers = {
        "Content-Disposition": f'attachment; filename="observations-{initiative}-{round}.csv"'
    }
    return HttpResponse(
        words.joint_csv(found), content_type="text/csv; charset=utf-8", headers=headers
    )
