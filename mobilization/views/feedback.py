"""Flip charts of the plans, the Leadership Group's feedback, and the teams' answers."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import by_personal_link, may, requires
from core.forms import stored
from mobilization.forms.feedback import AnswerForm, FeedbackForm
from mobilization.presenters.meetings import TITLES
from mobilization.queries import feedback as queries
from mobilization.services import feedback as services
from mobilization.views.meetings import find_meeting
from mobilization.views.pages import origin
from mobilization.views.summaries import find_readable


@requires("mobilization.view_process")
def flip_charts(request, initiative, cluster, number):
    """What was said of each team's plan, and the recorder's form for more."""
    record = find_meeting(request, cluster, number)
    if number == 1:
        raise Http404
    context = {
        "meeting": record,
        "title": TITLES[record.number],
        "teams": queries.teams_of(record.group),
        "form": FeedbackForm(),
        "answer_form": AnswerForm(),
        "may_write": may(request.actor, "mobilization.run_meeting", record),
    }
    return render(request, "mobilization/feedback/flip_charts.html", context)


@requires("mobilization.run_meeting")
@require_POST
def feedback_note(request, initiative, cluster, number, team):
    record = find_meeting(request, cluster, number)
    found = get_object_or_404(queries.teams_of(record.group), pk=team)
    form = FeedbackForm(request.POST)
    noted = stored(form, services.note, team=found, meeting=record, by=request.actor)
    page = origin(request, "flip_charts")
    if not noted or page == "flip_charts":  # on the console the line itself is seen
        tell(request, form, _("Written on the flip chart.") if noted else "")
    return redirect(page, initiative, cluster, number)


def tell(request, form, done):
    """Say what was done, or why nothing was."""
    if done:
        messages.success(request, done)
        return
    for errors in form.errors.values():
        messages.error(request, " ".join(errors))


@requires("mobilization.run_meeting")
@require_POST
def feedback_strike(request, initiative, cluster, number, feedback):
    record = find_meeting(request, cluster, number)
    found = get_object_or_404(queries.of_group(record.group), pk=feedback)
    services.strike(feedback=found, by=request.actor)
    return redirect(origin(request, "flip_charts"), initiative, cluster, number)


@requires("mobilization.run_meeting")
@require_POST
def feedback_answer(request, initiative, cluster, number, feedback):
    """The support team types in the answer that a team gave."""
    record = find_meeting(request, cluster, number)
    found = get_object_or_404(queries.of_group(record.group), pk=feedback)
    answer(request, found)
    return redirect("flip_charts", initiative, cluster, number)


def answer(request, feedback):
    form = AnswerForm(request.POST)
    answered = stored(form, services.answer, feedback=feedback, by=request.actor)
    tell(request, form, _("The answer is stored.") if answered else "")


@by_personal_link
def personal_feedback(request, token, team_id):
    """The feedback to the person's own team, with one form for each that waits."""
    team = get_object_or_404(queries.team_of_person(request.actor), pk=team_id)
    context = {"team": team, "answer_form": AnswerForm(), "may_write": True}
    return render(request, "mobilization/feedback/team.html", context)


@by_personal_link
@require_POST
def personal_answer(request, token, feedback):
    found = get_object_or_404(queries.of_member(request.actor), pk=feedback)
    answer(request, found)
    return redirect("personal_feedback", token, found.team_id)


@by_personal_link
@require_POST
def personal_advise(request, token, meeting, team_id):
    """A member of the Leadership Group says something to one team."""
    summary = find_readable(request, meeting, "mobilization.give_feedback")
    team = get_object_or_404(queries.teams_of(summary.meeting.group), pk=team_id)
    form = FeedbackForm(request.POST)
    given = stored(form, services.advise, team=team, summary=summary, by=request.actor)
    tell(request, form, _("Thank you. The team has been told.") if given else "")
    return redirect("personal_summary", token, meeting)
