"""Volunteers for the priority areas: on the console as they come, and by phone."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import by_personal_link, requires
from mobilization.forms.teams import DraftingForm, VolunteerForm
from mobilization.queries import meetings
from mobilization.services import receipts
from mobilization.services import volunteers as services
from mobilization.views.meetings import find_meeting
from mobilization.views.room import find_meeting as find_own_meeting
from mobilization.views.room import is_pass, key_of


@requires("mobilization.form_teams")
@require_POST
def volunteer_new(request, initiative, cluster, number, priority):
    record = find_meeting(request, cluster, number)
    area = get_object_or_404(record.priorities, pk=priority)
    form = VolunteerForm(request.POST, people=meetings.people(record))
    if form.is_valid():
        services.step_forward(priority=area, by=request.actor, **form.cleaned_data)
    else:
        messages.error(request, _("Choose somebody from the list. Nobody was added."))
    return redirect("console", initiative, cluster, number)


@requires("mobilization.form_teams")
@require_POST
def volunteer_strike(request, initiative, cluster, number, priority, person):
    record = find_meeting(request, cluster, number)
    services.step_back(
        priority=get_object_or_404(record.priorities, pk=priority),
        person=get_object_or_404(meetings.people(record), pk=person),
        by=request.actor,
    )
    return redirect("console", initiative, cluster, number)


@requires("mobilization.form_teams")
@require_POST
def area_pass(request, initiative, cluster, number, priority):
    """Go on without this area, or come back to it."""
    record = find_meeting(request, cluster, number)
    services.pass_over(
        priority=get_object_or_404(record.priorities, pk=priority),
        passed=request.POST.get("passed") != "no",
        by=request.actor,
    )
    return redirect("console", initiative, cluster, number)


@requires("mobilization.form_teams")
@require_POST
def drafting_choose(request, initiative, cluster, number):
    form = DraftingForm(request.POST)
    if number != 1 or not form.is_valid():
        raise Http404
    services.choose_drafting(
        meeting=find_meeting(request, cluster, number), by=request.actor, **form.cleaned_data
    )
    return redirect("console", initiative, cluster, number)


@by_personal_link
@require_POST
def own_area(request, token, meeting, priority):
    """Come forward for an area (`say` is "in", or "lead" to champion it), or step back ("out")."""
    record = find_own_meeting(request, meeting)
    values = {
        "priority": get_object_or_404(record.priorities, pk=priority),
        "person": request.actor,
        "by": request.actor,
        "by_pass": is_pass(request.link),
    }
    say = request.POST.get("say", "in")
    action = services.step_back if say == "out" else services.step_forward
    if say != "out":
        values["could_champion"] = say == "lead"
    receipts.once(key=key_of(request), action=action, **values)
    return redirect("room", token, meeting)
