"""Undoing a step, and handing the lead over."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import requires
from mobilization.presenters import deeds as presenter
from mobilization.queries import deeds as queries
from mobilization.queries import meetings
from mobilization.services import leads, undoing
from mobilization.services.meetings import process_of
from mobilization.views.meetings import find_meeting


@requires("mobilization.run_meeting")
@require_POST
def step_undo(request, initiative, cluster, number, step):
    record = find_meeting(request, cluster, number)
    deed = get_object_or_404(queries.of(record), pk=step, undoes=None)
    undoing.undo(deed=deed, by=request.actor)
    words = presenter.words_of(deed, process_of(record))
    messages.success(request, _("Undone: %(step)s.") % {"step": words})
    return redirect("console", initiative, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def hand_over(request, initiative, cluster, number, member):
    record = find_meeting(request, cluster, number)
    to = get_object_or_404(meetings.who_may_lead(record), pk=member)
    leads.hand_over(meeting=record, to=to.user, by=request.actor)
    return redirect("console", initiative, cluster, number)
