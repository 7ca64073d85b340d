"""Absent invitees are asked to join a team: the team's list, letters on paper, the answer."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core.access import by_personal_link, ensure, requires
from core.forms import stored
from mobilization.forms.team_invitations import AnswerForm, ChooseForm, NextForm
from mobilization.presenters import team_invitations as presenter
from mobilization.presenters import team_letters
from mobilization.presenters.plans import place_of
from mobilization.queries import team_invitations as queries
from mobilization.queries import teams as team_queries
from mobilization.services import team_invitations as services
from mobilization.services import teams
from mobilization.views.pages import form_page
from mobilization.views.records import answer_page, record_page

MAILINGS = {"send": services.send, "remind": services.remind}
CHANGES = {
    "again": services.send_again,
    "paper": services.put_on_paper,
    "strike": services.strike,
}


def find(request, team):
    return get_object_or_404(team_queries.of_initiative(request.initiative), pk=team)


def find_own(request, team):
    """The team that the person of the link calls together."""
    found = get_object_or_404(team_queries.of_initiative(request.actor.initiative), pk=team)
    ensure(request.actor, services.INVITE, found)
    return found


@requires("mobilization.invite_to_team")
def team_invitees(request, initiative, team):
    return list_page(request, find(request, team))


@by_personal_link
def personal_team_invitees(request, token, team):
    return list_page(request, find_own(request, team))


def list_page(request, team):
    """Who was absent and who was asked; POST asks those who are ticked."""
    here = place_of(request).url("team_invitees", team.pk)
    if request.method == "POST":
        form = ChooseForm(request.POST, people=queries.candidates(team))
        stored(form, services.choose, team=team, by=request.actor)
        if form.errors:
            messages.error(request, why(form))
        else:
            messages.success(request, chosen(form.cleaned_data["people"]))
        return redirect(here)
    context = presenter.page(team, place_of(request), request.actor)
    return render(request, "mobilization/teams/invitees.html", context)


def why(form):
    """The Problem in words, or that the list has changed under the reader."""
    if form.non_field_errors():
        return " ".join(form.non_field_errors())
    return _("Somebody whom you ticked was asked meanwhile, so nobody was written to. Tick again.")


def chosen(people):
    return ngettext(
        "%(count)d person is asked to join.", "%(count)d people are asked to join.", len(people)
    ) % {"count": len(people)}


@requires("mobilization.invite_to_team")
@require_POST
def team_mail(request, initiative, team):
    """Send what has not gone out, or remind; the job's page tells how far it is."""
    return redirect("job", initiative, mailing(request, find(request, team)).pk)


@by_personal_link
@require_POST
def personal_team_mail(request, token, team):
    mailing(request, find_own(request, team))
    messages.success(request, _("The letters go out now. Reload the page to see who has theirs."))
    return redirect("personal_team_invitees", token, team)


def mailing(request, team):
    start = MAILINGS.get(request.POST.get("what"))
    if start is None:
        raise Http404
    return start(team=team, by=request.actor)


@requires("mobilization.invite_to_team")
def team_next(request, initiative, team):
    return next_page(request, find(request, team))


@by_personal_link
def personal_team_next(request, token, team):
    return next_page(request, find_own(request, team))


def next_page(request, team):
    """When and where the team meets next."""
    back = place_of(request).url("team_invitees", team.pk)
    initial = {"next_date": team.next_date, "next_place": team.next_place}
    zone = team.initiative.time_zone
    form = NextForm(request.POST or None, initial=initial, zone=zone)
    if stored(form, teams.meet_next, team=team, by=request.actor):
        messages.success(request, _("The date is stored, and stands on the pages of the team."))
        return redirect(back)
    return form_page(
        request,
        form,
        title=_("Next meeting of the team"),
        lead=_(
            "%(team)s. Letters that have gone out stay as they were; the pages behind their "
            "links show the new date."
        )
        % {"team": team},
        button=_("Save the date"),
        back=back,
    )


@requires("mobilization.send_letters")
def team_paper(request, initiative, team):
    """Letters to print. POST makes the links that stand in them, or marks them as posted."""
    found = find(request, team)
    if request.method == "POST":
        if request.POST.get("what") == "posted":
            services.post(team=found, by=request.actor)
            messages.success(request, _("The letters are marked as posted."))
            return redirect("team_invitees", initiative, team)
        services.prepare_paper(team=found, by=request.actor)
        return redirect("team_paper", initiative, team)
    context = {"team": found, "letters": team_letters.paper_letters(found)}
    return render(request, "mobilization/teams/paper.html", context)


def find_invitation(request, team, invitation):
    return get_object_or_404(queries.of(find(request, team)), pk=invitation)


@requires("mobilization.invite_to_team")
@require_POST
def team_invitation_change(request, initiative, team, invitation):
    """Put a letter back on the list or on paper, or do not send it after all."""
    change = CHANGES.get(request.POST.get("what"))
    if change is None:
        raise Http404
    change(invitation=find_invitation(request, team, invitation), by=request.actor)
    return redirect("team_invitees", initiative, team)


@requires("mobilization.invite_to_team")
def team_answer_record(request, initiative, team, invitation):
    """The support team writes down what came by telephone, letter or fax."""
    record = find_invitation(request, team, invitation)
    form = AnswerForm(request.POST or None, initial=presenter.answer_given(record))
    return record_page(
        request,
        form,
        services.answer,
        name=record.person,
        back=place_of(request).url("team_invitees", team),
        answers=_("Absent invitees"),
        invitation=record,
        process=services.TEAM_INVITATION,
    )


@by_personal_link
def team_answer(request, token, team):
    record = get_object_or_404(queries.of_person(request.actor), team=team)
    return answer_page(
        request,
        AnswerForm,
        services.answer,
        invitation=record,
        context=presenter.answer_page,
        template="mobilization/teams/answer.html",
    )
