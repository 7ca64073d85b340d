"""The contact list of a team: names of all, addresses and numbers of those who said yes."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from core.access import by_personal_link, ensure, requires
from mobilization.presenters import contacts as presenter
from mobilization.queries import teams as queries
from mobilization.services import volunteers as services
from mobilization.views.room import find_meeting as find_own_meeting
from mobilization.views.teams import find_team


def contact_page(request, team, **context):
    context |= {"team": team, "rows": presenter.rows(team)}
    return render(request, "mobilization/meetings/contacts.html", context)


@requires("mobilization.view_process")
def team_contacts(request, initiative, cluster, number, team):
    return contact_page(request, find_team(request, cluster, number, team))


@by_personal_link
def personal_contacts(request, token, team):
    found = get_object_or_404(queries.of_initiative(request.actor.initiative), pk=team)
    ensure(request.actor, "mobilization.read_contacts", found)
    return contact_page(request, found)


@requires("mobilization.form_teams")
@require_POST
def contact_share(request, initiative, cluster, number, team, person):
    """What somebody said on paper."""
    found = find_team(request, cluster, number, team)
    share(request, get_object_or_404(found.members, person=person))
    return redirect("action_team", initiative, cluster, number, team)


@by_personal_link
@require_POST
def own_contact(request, token, meeting, team):
    record = find_own_meeting(request, meeting)
    share(request, get_object_or_404(queries.memberships(request.actor, record), team=team))
    return redirect("room", token, meeting)


def share(request, member):
    services.share_contact(
        member=member, shares=request.POST.get("shares") == "yes", by=request.actor
    )
