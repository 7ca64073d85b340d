"""Who presents in Meetings 2 and 3: named by the facilitators, confirmed by the presenter."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import by_personal_link, may, requires
from core.forms import stored
from mobilization.forms.presentations import PresenterForm
from mobilization.presenters import presentations as presenter
from mobilization.presenters.meetings import TITLES
from mobilization.queries import presentations as queries
from mobilization.services import presentations as services
from mobilization.views.meetings import find_meeting


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
    return redirect("presentations", initiative, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def presenter_confirm(request, initiative, cluster, number, turn):
    """A facilitator has asked the presenter, who said yes."""
    record = find_later_meeting(request, cluster, number)
    found = get_object_or_404(queries.of(record), pk=turn)
    services.confirm(presentation=found, by=request.actor)
    return redirect("presentations", initiative, cluster, number)


@by_personal_link
def personal_turn(request, token, turn):
    """The presenter's own page: when, how long, what to bring; one button confirms."""
    found = get_object_or_404(queries.of_person(request.actor), pk=turn)
    if request.method == "POST":
        services.confirm(presentation=found, by=request.actor)
        messages.success(request, _("Thank you. The facilitators count on you."))
        return redirect("personal_turn", token, turn)
    return render(request, "mobilization/presentations/turn.html", {"turn": found})
