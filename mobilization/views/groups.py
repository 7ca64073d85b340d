"""Leadership Group, support team, chosen clusters, and the seats of a cluster group."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.services import initiatives, team
from core.access import by_personal_link, requires
from core.forms import stored
from mobilization.forms.groups import (
    ChooseForm,
    LeaderForm,
    MoveForm,
    OfficeForm,
    SeatsForm,
    TeamForm,
)
from mobilization.models.groups import PROCESS
from mobilization.presenters import groups as presenter
from mobilization.queries import groups as queries
from mobilization.queries import invitations, people
from mobilization.services import closings
from mobilization.services import groups as services
from mobilization.views.pages import form_page

MOVES = {"close": closings.close, "reopen": closings.reopen}


def find_group(request, cluster):
    """The initiative's group of the cluster with this slug, or 404."""
    return get_object_or_404(queries.of(request.initiative), cluster__slug=cluster)


@requires("mobilization.view_process")
def groups(request, initiative):
    context = presenter.groups_page(request.initiative, request.actor)
    return render(request, "mobilization/groups/groups.html", context)


def groups_form(request, form, **words):
    """The page of a form that is reached from the groups."""
    return form_page(request, form, back=reverse("groups", args=[request.initiative.slug]), **words)


@requires("mobilization.change_groups")
def leader_new(request, initiative):
    form = LeaderForm(request.POST or None, initiative=request.initiative)
    seat = stored(form, services.seat_leader, beside="person", by=request.actor)
    if seat:
        messages.success(request, _("%(name)s sits in the Leadership Group now.") % {"name": seat})
        return redirect("groups", initiative)
    return groups_form(
        request,
        form,
        title=_("Add to the Leadership Group"),
        lead=_(
            "Business, local government, other public bodies and the community each have seats."
        ),
        button=_("Add the member"),
    )


@requires("mobilization.change_groups")
@require_POST
def leader_remove(request, initiative, seat):
    record = get_object_or_404(queries.leaders(request.initiative), pk=seat)
    services.unseat_leader(seat=record, by=request.actor)
    messages.success(request, _("%(name)s has left the Leadership Group.") % {"name": record})
    return redirect("groups", initiative)


@requires("accounts.change_office")
def office(request, initiative):
    """Where answers on paper go."""
    here = request.initiative
    initial = {name: getattr(here, name) for name in OfficeForm.base_fields}
    form = OfficeForm(request.POST or None, initial=initial)
    if stored(form, initiatives.write_office, initiative=here, by=request.actor):
        messages.success(request, _("The address is stored and stands on the next reply forms."))
        return redirect("groups", initiative)
    return groups_form(
        request,
        form,
        title=_("Where answers on paper go"),
        lead=_("Printed on reply forms, for those who answer by post, fax or telephone."),
        button=_("Save the address"),
    )


@requires("accounts.change_team")
def team_new(request, initiative):
    form = TeamForm(request.POST or None)
    membership = stored(
        form, team.add, beside="email", initiative=request.initiative, by=request.actor
    )
    if membership:
        words = {"name": membership.user, "email": membership.user.email}
        said = _("%(name)s is in the support team; a mail went to %(email)s.") % words
        messages.success(request, said)
        return redirect("groups", initiative)
    return groups_form(
        request,
        form,
        title=_("Add to the support team"),
        lead=_("Whoever has no account yet is mailed a link, and chooses a password there."),
        button=_("Add to the team"),
    )


@requires("accounts.change_team")
@require_POST
def team_remove(request, initiative, membership):
    record = get_object_or_404(queries.team(request.initiative), pk=membership)
    team.remove(membership=record, by=request.actor)
    messages.success(request, _("%(name)s has left the support team.") % {"name": record.user})
    return redirect("groups", initiative)


@requires("mobilization.choose_clusters")
def group_choose(request, initiative):
    form = ChooseForm(request.POST or None, initiative=request.initiative)
    group = stored(form, services.choose_cluster, beside="cluster", by=request.actor)
    if group:
        messages.success(request, _("%(group)s was chosen.") % {"group": group})
        return redirect("group", initiative, group.cluster.slug)
    return groups_form(
        request,
        form,
        title=_("Choose a cluster"),
        lead=_("Not all clusters at once: choose those whose figures and whose people are ready."),
        button=_("Choose the cluster"),
    )


@requires("mobilization.view_process")
def group(request, initiative, cluster):
    record = find_group(request, cluster)
    context = presenter.group_page(record, request.actor)
    return render(request, "mobilization/groups/group.html", context)


@requires("mobilization.run_meeting")
def group_move(request, initiative, cluster, move):
    """Close the group after its third meeting, or open it again."""
    record = find_group(request, cluster)
    if move not in MOVES:
        raise Http404
    form = MoveForm(request.POST or None, needs_reason=PROCESS.steps[move].note_required)
    if stored(form, MOVES[move], group=record, by=request.actor):
        return redirect("group", initiative, cluster)
    return form_page(
        request,
        form,
        title=PROCESS.steps[move].label,
        lead=presenter.MEANINGS[move],
        button=PROCESS.steps[move].label,
        back=reverse("group", args=[initiative, cluster]),
    )


@requires("mobilization.change_groups")
def seat_new(request, initiative, cluster):
    """A list to tick, narrowed by ?q= (words) and ?industry= (a code of the cluster)."""
    record = find_group(request, cluster)
    words, code = request.GET.get("q", ""), request.GET.get("industry", "")
    free = people.without_seat(people.of(request.initiative), record)
    candidates = people.search(people.in_industry(free, code), words)
    form = SeatsForm(request.POST or None, candidates=candidates)
    seats = stored(form, services.seat_all, beside="people", group=record, by=request.actor)
    if seats:
        messages.success(request, presenter.seated(seats))
        return redirect("group", initiative, cluster)
    context = {"form": form, "group": record, "words": words, "code": code}
    return render(request, "mobilization/groups/seats.html", context)


@requires("mobilization.change_groups")
@require_POST
def seat_remove(request, initiative, cluster, seat):
    record = get_object_or_404(queries.seats(find_group(request, cluster)), pk=seat)
    services.unseat(seat=record, by=request.actor)
    messages.success(request, _("%(name)s was taken off the list.") % {"name": record})
    return redirect("group", initiative, cluster)


@by_personal_link
def co_chair_list(request, token, cluster):
    """A co-chair checks the list of their own group."""
    mine = queries.co_chaired_by(request.actor)
    record = get_object_or_404(mine, cluster__slug=cluster)
    context = {"group": record, "seats": queries.seats(record)}
    context |= {"counts": invitations.counts(record)}
    return render(request, "mobilization/groups/co_chair_list.html", context)
