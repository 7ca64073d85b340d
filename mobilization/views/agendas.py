"""The agenda of a meeting: read it, edit it, lengthen it; the facilitators' run sheet."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import requires
from core.problems import Problem
from mobilization.forms.agendas import AgendaSheet
from mobilization.presenters import agendas as presenter
from mobilization.presenters import meetings, presentations
from mobilization.queries import agendas as queries
from mobilization.services import agendas as services
from mobilization.views.meetings import find_meeting

CHANGES = {
    "add_team_work": services.add_team_work,
    "drop_team_work": services.drop_team_work,
    "follow_the_guide": services.follow_the_guide,
}


@requires("mobilization.plan_meetings")
def agenda_edit(request, initiative, cluster, number):
    """The form. A conflict keeps what was typed, beside what stands there now."""
    record = find_meeting(request, cluster, number)
    sheet = AgendaSheet(
        version=queries.version(record),
        lines=[presenter.plain(line) for line in presenter.lines_of(record)],
        parts=meetings.PARTS[number],
        data=request.POST if request.method == "POST" else None,
    )
    if request.method == "POST" and sheet.is_valid():
        try:
            services.save(
                meeting=record, version=sheet.version, items=sheet.items(), by=request.actor
            )
        except Problem as problem:
            sheet = sheet.again(version=queries.version(record), problem=problem)
        else:
            messages.success(request, _("The agenda is stored."))
            return redirect("meeting", initiative, cluster, number)
    return agenda_page(request, "edit", record, sheet=sheet)


@requires("mobilization.plan_meetings")
@require_POST
def agenda_change(request, initiative, cluster, number):
    """Time for the teams, or the Guide's agenda again."""
    record = find_meeting(request, cluster, number)
    change = CHANGES.get(request.POST.get("change"))
    if change is None:
        raise Problem("no_such_change")
    change(meeting=record, by=request.actor)
    messages.success(request, _("The agenda is stored."))
    return redirect("meeting", initiative, cluster, number)


@requires("mobilization.view_process")
def run_sheet(request, initiative, cluster, number):
    """What the facilitators say and do, item by item; for screen and paper."""
    record = find_meeting(request, cluster, number)
    context = presentations.preparation(record) if number > 1 else {}
    return agenda_page(request, "run_sheet", record, **context)


def agenda_page(request, template, record, **context):
    context |= {"meeting": record, "title": meetings.TITLES[record.number]}
    context |= presenter.agenda(record)
    return render(request, f"mobilization/agendas/{template}.html", context)
