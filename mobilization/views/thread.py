"""The thread: from an outcome back to the source files, and from an industry forward."""

from django.shortcuts import render

from core.access import requires
from mobilization.presenters.thread import chains
from mobilization.queries import thread as queries


@requires("mobilization.view_process")
def from_outcome(request, initiative, outcome):
    """Back: outcome, plan, decision, team, priority, dots, cards, invitees, cluster, sources."""
    found = queries.outcome_or_404(request.initiative, outcome)
    context = {"outcome": found, "stations": chains.back(found)}
    return render(request, "mobilization/thread/outcome.html", context)


@requires("mobilization.view_process")
def from_industry(request, initiative, cluster, naics):
    """Forward: industry, cluster, invitees, dots, priorities, teams, plans, outcomes."""
    group = queries.group_of_industry(request.initiative, cluster, naics)
    context = {"group": group, "naics": naics, "stations": chains.forward(group, naics)}
    return render(request, "mobilization/thread/industry.html", context)
