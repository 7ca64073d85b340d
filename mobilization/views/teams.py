"""Teams: champion, convener and volunteers, written down as they come."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import requires
from core.forms import stored
from mobilization.forms.teams import LeadersForm, MemberForm, TeamForm
from mobilization.models import Meeting
from mobilization.presenters import teams as presenter
from mobilization.presenters.meetings import address
from mobilization.queries import meetings
from mobilization.queries import teams as queries
from mobilization.services import teams as services
from mobilization.views.meetings import find_meeting
from mobilization.views.pages import form_page

BESIDE = {
    "no_champion": "champion",
    "no_convener": "convener",
    "date_has_passed": "next_date",
    "no_seat": "champion",
}


@requires("mobilization.form_teams")
def action_team_new(request, initiative, cluster, number, priority):
    record = find_meeting(request, cluster, number)
    area = get_object_or_404(record.priorities, pk=priority)
    came = queries.volunteers(record).filter(priority=area)
    could = [row.person_id for row in came if row.could_champion]
    initial = {"champion": next(iter(could), None), "members": [row.person_id for row in came]}
    form = TeamForm(request.POST or None, initial=initial, people=meetings.people(record))
    if stored(form, services.form, beside=BESIDE, priority=area, by=request.actor):
        messages.success(request, _("The team “%(name)s” is formed.") % {"name": area.name})
        return redirect("console", initiative, cluster, number)
    return form_page(
        request,
        form,
        title=_("Team: %(name)s") % {"name": area.name},
        lead=_("First volunteers from the floor, then the co-chairs and people by name."),
        button=_("Form the team"),
        back=address("console", record),
    )


def find_team(request, cluster, number, team):
    return get_object_or_404(queries.teams(find_meeting(request, cluster, number)), pk=team)


@requires("mobilization.form_teams")
def action_team(request, initiative, cluster, number, team):
    """Who leads the team, its volunteers, and one more."""
    found = find_team(request, cluster, number, team)
    people = meetings.people(found.priority.meeting)
    leaders = {
        "champion": found.champion,
        "convener": found.convener,
        "next_date": found.next_date,
        "next_place": found.next_place,
    }
    form = LeadersForm(request.POST or None, initial=leaders, people=people)
    if stored(form, services.change, beside=BESIDE, team=found, by=request.actor):
        if found.priority.meeting.state == Meeting.State.CLOSED:
            return redirect("group_plans", initiative, cluster)
        return redirect("console", initiative, cluster, number)
    volunteers = people.exclude(team_memberships__team=found)
    context = {
        "form": form,
        "team": found,
        "meeting": found.priority.meeting,
        "member_form": MemberForm(people=volunteers),
        "history": presenter.history(found),
    }
    return render(request, "mobilization/meetings/team.html", context)


@requires("mobilization.form_teams")
@require_POST
def member_new(request, initiative, cluster, number, team):
    found = find_team(request, cluster, number, team)
    form = MemberForm(request.POST, people=meetings.people(found.priority.meeting))
    stored(form, services.add_member, team=found, by=request.actor)
    if form.errors:
        messages.error(request, _("Choose somebody from the list. Nobody was added."))
    return redirect("action_team", initiative, cluster, number, team)


@requires("mobilization.form_teams")
@require_POST
def member_remove(request, initiative, cluster, number, team, person):
    found = find_team(request, cluster, number, team)
    member = get_object_or_404(found.members, person=person)
    services.remove_member(team=found, person=member.person, by=request.actor)
    return redirect("action_team", initiative, cluster, number, team)


@requires("mobilization.form_teams")
@require_POST
def action_team_undo(request, initiative, cluster, number, team):
    services.undo(team=find_team(request, cluster, number, team), by=request.actor)
    return redirect("console", initiative, cluster, number)


@requires("mobilization.form_teams")
def team_join(request, initiative, cluster, number, team):
    """An absent invitee joins after the meeting."""
    found = find_team(request, cluster, number, team)
    people = meetings.people(found.priority.meeting).exclude(team_memberships__team=found)
    form = MemberForm(request.POST or None, people=people)
    form.fields["person"].label = _("Who joins")
    if form.is_valid():
        services.add_member(team=found, by=request.actor, **form.cleaned_data)
        said = _("%(name)s is on the team now.")
        messages.success(request, said % {"name": form.cleaned_data["person"].name})
        return redirect("group_plans", initiative, cluster)
    return form_page(
        request,
        form,
        title=_("Somebody joins the team: %(name)s") % {"name": found},
        lead=_("Everybody with a seat in the group can, whether they were at the meeting or not."),
        button=_("Add to the team"),
        back=reverse("group_plans", args=[initiative, cluster]),
    )
