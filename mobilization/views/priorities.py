"""Priority areas: requirements put together, and taken apart again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import requires
from core.forms import stored
from mobilization.forms.priorities import GroupingForm, PriorityForm
from mobilization.presenters.meetings import address
from mobilization.services import priorities as services
from mobilization.views.meetings import find_meeting
from mobilization.views.pages import form_page


@requires("mobilization.run_meeting")
@require_POST
def group_requirements(request, initiative, cluster, number):
    """Put the marked requirements where the pressed button says."""
    record = find_meeting(request, cluster, number)
    form = GroupingForm(request.POST, meeting=record)
    stored(form, regroup, meeting=record, by=request.actor)
    for errors in form.errors.values():
        messages.error(request, " ".join(errors))
    return redirect("console", initiative, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def areas_show(request, initiative, cluster, number):
    """Let the room see the areas, or keep them to the huddle."""
    record = find_meeting(request, cluster, number)
    services.show(meeting=record, shown=request.POST.get("shown") == "yes", by=request.actor)
    return redirect("console", initiative, cluster, number)


def regroup(*, meeting, into, name, requirements, by):
    if into == GroupingForm.NEW:
        return services.create(meeting=meeting, name=name, requirements=requirements, by=by)
    if into == GroupingForm.NONE:
        return services.take_out(meeting=meeting, requirements=requirements, by=by)
    return services.put(priority=into, requirements=requirements, by=by)


@requires("mobilization.run_meeting")
def priority_rename(request, initiative, cluster, number, priority):
    record = find_meeting(request, cluster, number)
    area = get_object_or_404(record.priorities, pk=priority)
    form = PriorityForm(request.POST or None, instance=area)
    if stored(form, services.rename, beside="name", priority=area, by=request.actor):
        return redirect("console", initiative, cluster, number)
    return form_page(
        request,
        form,
        title=_("Rename the priority area"),
        button=_("Save the name"),
        back=address("console", record),
    )


@requires("mobilization.run_meeting")
@require_POST
def priority_remove(request, initiative, cluster, number, priority):
    record = find_meeting(request, cluster, number)
    services.remove(priority=get_object_or_404(record.priorities, pk=priority), by=request.actor)
    return redirect("console", initiative, cluster, number)
