"""The requirement list: taken over from cards, typed, put right."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import requires
from core.forms import stored
from core.problems import Problem
from mobilization.forms.requirements import (
    AlreadySaidForm,
    LineForm,
    RequirementForm,
    RewordingForm,
    TakeOverForm,
)
from mobilization.presenters.meetings import address
from mobilization.services import reading
from mobilization.services import requirements as services
from mobilization.views.meetings import find_meeting
from mobilization.views.pages import form_page


@requires("mobilization.run_meeting")
def requirement_new(request, initiative, cluster, number):
    record = find_meeting(request, cluster, number)
    form = RequirementForm(request.POST or None, meeting=record)
    if stored(form, services.add, beside="text", meeting=record, by=request.actor):
        return redirect("console", initiative, cluster, number)
    return form_page(
        request,
        form,
        title=_("Add to the list"),
        button=_("Add to the list"),
        back=address("console", record),
    )


@requires("mobilization.run_meeting")
def requirement_edit(request, initiative, cluster, number, requirement):
    record = find_meeting(request, cluster, number)
    found = get_object_or_404(record.requirements, pk=requirement)
    dots = found.dots.count()
    form = RewordingForm(request.POST or None, instance=found, meeting=record, dots=dots)
    beside = {None: "text", "rewording_without_reason": "reason"}
    if stored(form, services.edit, beside=beside, requirement=found, by=request.actor):
        return redirect("console", initiative, cluster, number)
    context = {"form": form, "meeting": record, "requirement": found, "dots": dots}
    return render(request, "mobilization/meetings/requirement.html", context)


@requires("mobilization.run_meeting")
@require_POST
def requirement_remove(request, initiative, cluster, number, requirement):
    record = find_meeting(request, cluster, number)
    found = get_object_or_404(record.requirements, pk=requirement)
    services.remove(requirement=found, by=request.actor)
    return redirect("console", initiative, cluster, number)


def file_line(request, cluster, number, form_class, service):
    """Do `service` with the line that the form names, and go on to the next card."""
    record = find_meeting(request, cluster, number)
    form = form_class(request.POST, meeting=record)
    if not form.is_valid():
        raise Problem("list_has_changed")
    service(**form.cleaned_data, by=request.actor)
    return redirect(address("console", record))


@requires("mobilization.run_meeting")
@require_POST
def call_to_read(request, initiative, cluster, number, card):
    record = find_meeting(request, cluster, number)
    reading.call(card=get_object_or_404(record.cards, pk=card), by=request.actor)
    return redirect("console", initiative, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def take_over(request, initiative, cluster, number):
    return file_line(request, cluster, number, TakeOverForm, services.take_over)


@requires("mobilization.run_meeting")
@require_POST
def already_said(request, initiative, cluster, number):
    return file_line(request, cluster, number, AlreadySaidForm, services.already_said)


@requires("mobilization.run_meeting")
@require_POST
def unlink(request, initiative, cluster, number):
    return file_line(request, cluster, number, LineForm, services.unlink)
