"""The group's comfort with its priority areas: the console asks, phones answer."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import by_personal_link, requires
from mobilization.forms.comfort import AnswerForm, AskForm, HandsForm
from mobilization.queries import comfort as queries
from mobilization.services import comfort as services
from mobilization.services import receipts
from mobilization.views.meetings import find_meeting
from mobilization.views.room import find_meeting as find_own_meeting
from mobilization.views.room import is_pass, key_of


@requires("mobilization.run_meeting")
@require_POST
def comfort_ask(request, initiative, cluster, number):
    form = AskForm(request.POST)
    if not form.is_valid():
        raise Http404
    services.ask(
        meeting=find_meeting(request, cluster, number), by=request.actor, **form.cleaned_data
    )
    return redirect("console", initiative, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def comfort_hands(request, initiative, cluster, number):
    record = find_meeting(request, cluster, number)
    comfort = queries.latest(record)
    form = HandsForm(request.POST, levels=comfort.levels if comfort else ())
    if form.is_valid():
        services.count_hands(meeting=record, counts=form.counts, by=request.actor)
    else:
        said = _("Hands are counted from 0 to 500. Nothing was stored; type the numbers again.")
        messages.error(request, said)
    return redirect("console", initiative, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def comfort_close(request, initiative, cluster, number):
    services.close(meeting=find_meeting(request, cluster, number), by=request.actor)
    return redirect("console", initiative, cluster, number)


@by_personal_link
@require_POST
def own_comfort(request, token, meeting):
    form = AnswerForm(request.POST)
    if not form.is_valid():
        raise Http404
    receipts.once(
        key=key_of(request),
        action=services.answer,
        meeting=find_own_meeting(request, meeting),
        person=request.actor,
        by=request.actor,
        by_pass=is_pass(request.link),
        **form.cleaned_data,
    )
    return redirect("room", token, meeting)
