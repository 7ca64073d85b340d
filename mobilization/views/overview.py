"""The overview of an initiative: where every cluster stands and what is next."""

from django.shortcuts import render

from core.access import requires
from mobilization.presenters.overview import standings
from mobilization.queries.overview import clusters_with_standing


@requires("mobilization.view_process")
def overview(request, initiative):
    clusters = clusters_with_standing(request.initiative)
    role = request.actor.role_in(request.initiative)
    context = {"standings": standings(clusters, request.initiative, role)}
    return render(request, "mobilization/overview.html", context)
