"""The coaching log of a team, for the support team alone."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import requires
from core.forms import stored
from mobilization.forms.coaching import FacilitatorForm, TalkForm
from mobilization.presenters import coaching as presenter
from mobilization.queries import coaching as queries
from mobilization.queries import teams
from mobilization.services import coaching


def find(request, team_id):
    return get_object_or_404(teams.in_initiative(request.initiative), pk=team_id)


@requires("mobilization.form_teams")
def log(request, initiative, team_id):
    """Who goes along with the team, every talk, and the form for the next."""
    team = find(request, team_id)
    form = TalkForm(request.POST or None)
    if stored(form, coaching.write_down, beside="day", team=team, by=request.actor):
        messages.success(request, _("The talk is written down."))
        return redirect("coaching_log", initiative, team_id)
    context = {"team": team, "form": form, **presenter.of_team(team)}
    context["facilitator_form"] = facilitator_form(team, initial={"user": context["facilitator"]})
    return render(request, "mobilization/coaching/log.html", context)


def facilitator_form(team, *args, **kwargs):
    return FacilitatorForm(*args, users=queries.facilitators(team.initiative), **kwargs)


@requires("mobilization.form_teams")
@require_POST
def assign(request, initiative, team_id):
    team = find(request, team_id)
    form = facilitator_form(team, request.POST)
    if form.is_valid():
        coaching.assign(team=team, by=request.actor, **form.cleaned_data)
        messages.success(request, _("Stored: who goes along with “%(team)s”.") % {"team": team})
    else:
        messages.error(request, " ".join(form.errors["user"]))
    return redirect("coaching_log", initiative, team_id)
