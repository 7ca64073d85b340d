"""Who presents in Meetings 2 and 3: named by the facilitators, confirmed by the presenter."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import by_personal_link, may, requires
from core.forms import stored
from mobilization.forms.presentations import CopiesForm, MoveForm, PresenterForm
from mobilization.presenters import presentations as presenter
from mobilization.presenters.meetings import TITLES
from mobilization.queries import presentations as queries
from mobilization.services import copies
from mobilization.services import presentations as services
from mobilization.views.meetings import find_meeting
from mobilization.views.pages import origin
from mobilization.views.room import find_meeting as find_own_meeting

PLACES = {"earlier": -1, "later": 1}


def find_later_meeting(request, cluster, number):
    """Meeting 2 or 3; in the first one no team presents."""
    if number == 1:
        raise Http404
    return find_meeting(request, cluster, number)


@requires("mobilization.view_process")
def presentations(request, initiative, cluster, number):
    record = find_later_meeting(request, cluster, number)
    context = presenter.page(record) | {
        "title": TITLES[record.number],
        "may_copy": may(request.actor, "mobilization.prepare_copies", record)
        and record.state != record.State.CLOSED,
        "may_write": may(request.actor, "mobilization.run_meeting", record)
        and record.state != record.State.CLOSED,
    }
    return render(request, "mobilization/presentations/presentations.html", context)


@requires("mobilization.run_meeting")
@require_POST
def presenter_name(request, initiative, cluster, number, team):
    record = find_later_meeting(request, cluster, number)
    found = get_object_or_404(queries.teams(record), pk=team)
    form = PresenterForm(request.POST, team=found)
    if stored(form, services.name, team=found, meeting=record, by=request.actor):
        messages.success(request, _("The presenter is named."))
    else:
        messages.error(request, _("Choose a member of the team. Nothing was stored."))
    return redirect(origin(request, "presentations"), initiative, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def presentation_shift(request, initiative, cluster, number, team):
    record = find_later_meeting(request, cluster, number)
    found = get_object_or_404(queries.teams(record), pk=team)
    places = PLACES.get(request.POST.get("to"))
    if places is None:
        raise Http404
    services.shift(team=found, meeting=record, places=places, by=request.actor)
    return redirect(origin(request, "presentations"), initiative, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def presentation_move(request, initiative, cluster, number, team):
    """A team's turn goes on or back, from the console; the talk's minutes come with its begin."""
    record = find_later_meeting(request, cluster, number)
    found = get_object_or_404(queries.teams_of(record), pk=team)
    form = MoveForm(request.POST)
    stored(form, services.move, team=found, meeting=record, by=request.actor)
    for errors in form.errors.values():
        messages.error(request, " ".join(errors))
    return redirect("console", initiative, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def presenter_confirm(request, initiative, cluster, number, turn):
    """A facilitator has asked the presenter, who said yes."""
    record = find_later_meeting(request, cluster, number)
    found = get_object_or_404(queries.of(record), pk=turn)
    services.confirm(presentation=found, by=request.actor)
    return redirect("presentations", initiative, cluster, number)


@requires("mobilization.prepare_copies")
@require_POST
def copies_ready(request, initiative, cluster, number, plan):
    """The copies of the version on the page are ready, or are not after all."""
    record = find_later_meeting(request, cluster, number)
    found = queries.plan_in(record, plan)
    if request.POST.get("what") == "take_back":
        copies.take_back(plan=found, meeting=record, by=request.actor)
        return redirect("presentations", initiative, cluster, number)
    form = CopiesForm(request.POST)
    if not form.is_valid():
        raise Http404
    copies.ready(plan=found, meeting=record, by=request.actor, **form.cleaned_data)
    return redirect("presentations", initiative, cluster, number)


@by_personal_link
@require_POST
def own_offer_to_present(request, token, meeting, team):
    """A member of a team that has named nobody takes its turn."""
    record = find_own_meeting(request, meeting)
    found = get_object_or_404(queries.teams_of(record), pk=team, members__person=request.actor)
    services.offer(team=found, meeting=record, person=request.actor, by=request.actor)
    return redirect("room", token, meeting)


@by_personal_link
def personal_turn(request, token, turn):
    """The presenter's own page: when, how long, what to bring; one button confirms."""
    found = get_object_or_404(queries.of_person(request.actor), pk=turn)
    if request.method == "POST":
        services.confirm(presentation=found, by=request.actor)
        messages.success(request, _("Thank you. The facilitators count on you."))
        return redirect("personal_turn", token, turn)
    return render(request, "mobilization/presentations/turn.html", {"turn": found})
