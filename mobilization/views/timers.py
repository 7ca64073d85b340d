"""The timer, from the console."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import requires
from core.forms import stored
from mobilization.forms.timers import ChangeForm, TimerForm
from mobilization.services import timers as services
from mobilization.views.meetings import find_meeting


@requires("mobilization.run_meeting")
@require_POST
def timer_start(request, initiative, cluster, number):
    return set_timer(request, cluster, number, TimerForm(request.POST), services.start)


@requires("mobilization.run_meeting")
@require_POST
def timer_change(request, initiative, cluster, number):
    return set_timer(request, cluster, number, ChangeForm(request.POST), services.change)


def set_timer(request, cluster, number, form, service):
    record = find_meeting(request, cluster, number)
    stored(form, service, meeting=record, by=request.actor)
    if form.errors:
        messages.error(request, _("A timer runs for 1 to 240 minutes. It was not changed."))
    return redirect("console", request.initiative.slug, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def timer_stop(request, initiative, cluster, number):
    services.stop(meeting=find_meeting(request, cluster, number), by=request.actor)
    return redirect("console", initiative, cluster, number)
