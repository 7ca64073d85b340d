"""The categories of the requirement list, edited as a whole; also while the room speaks."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.access import may, requires
from core.problems import Problem
from mobilization.forms.categories import CategorySheet
from mobilization.models import Meeting
from mobilization.presenters.meetings import TITLES, address
from mobilization.queries import categories as queries
from mobilization.services import categories as services
from mobilization.views.meetings import find_meeting


@requires("mobilization.plan_meetings")
def categories_edit(request, initiative, cluster, number):
    """The form. A problem keeps what was typed, beside what stands there now."""
    record = find_meeting(request, cluster, number)
    if record.number != 1:
        raise Http404
    sheet = sheet_of(record, request.POST if request.method == "POST" else None)
    if request.method == "POST" and sheet.is_valid():
        try:
            services.save(meeting=record, stood=sheet.stood, rows=sheet.lines(), by=request.actor)
        except Problem as problem:
            sheet = sheet_of(record, request.POST, problem)
        else:
            messages.success(request, _("The categories are stored."))
            return redirect(place_of(request, record))
    elif request.method == "GET" and record.state != Meeting.State.PLANNED:
        sheet.write_at_once()
    context = {
        "meeting": record,
        "title": TITLES[record.number],
        "sheet": sheet,
        "standing": queries.of(record),
        "back": place_of(request, record),
    }
    return render(request, "mobilization/categories/edit.html", context)


def sheet_of(meeting, data, problem=""):
    standing = list(queries.of(meeting))
    return CategorySheet(mark=queries.mark(meeting), standing=standing, data=data, problem=problem)


def place_of(request, meeting):
    """Back to the console for those who run a meeting that has begun, else to its page."""
    begun = meeting.state != Meeting.State.PLANNED
    runs = begun and may(request.actor, "mobilization.run_meeting", meeting)
    return address("console" if runs else "meeting", meeting)
