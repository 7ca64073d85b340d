"""Flip charts of the plans, the Leadership Group's feedback, and the teams' answers."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import by_personal_link, may, requires
from core.forms import stored
from mobilization.forms.feedback import AnswerForm, FeedbackForm
from mobilization.presenters.meetings import TITLES, address
from mobilization.queries import feedback as queries
from mobilization.services import feedback as services
from mobilization.views.live import FOLLOWS
from mobilization.views.meetings import find_meeting
from mobilization.views.pages import form_page, origin
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
    if not noted and FOLLOWS in request.headers:  # the console's script keeps what was typed
        for errors in form.errors.values():
            messages.error(request, " ".join(errors))
    elif not noted:
        return form_page(
            request,
            form,
            title=_("Flip chart: %(team)s") % {"team": found},
            button=_("Write it down"),
            back=address(page, record),
        )
    elif page == "flip_charts":  # on the console the line itself is seen
        messages.success(request, _("Written on the flip chart."))
    return redirect(page, initiative, cluster, number)


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
    return answer(request, found, back=address("flip_charts", record))


def answer(request, feedback, back):
    """Store the team's answer and go to the address `back`, or show what is wrong in it."""
    form = AnswerForm(request.POST)
    if not stored(form, services.answer, feedback=feedback, by=request.actor):
        title, button = _("Answer: %(text)s") % {"text": feedback}, _("Store the answer")
        return form_page(request, form, title=title, button=button, back=back)
    messages.success(request, _("The answer is stored."))
    return redirect(back)


@by_personal_link
def personal_feedback(request, token, team_id):
    """The feedback to a team of the person, or to one merged into it, each with a form."""
    team = get_object_or_404(queries.teams_of_person(request.actor), pk=team_id)
    context = {"team": team, "may_write": True}
    return render(request, "mobilization/feedback/team.html", context)


@by_personal_link
@require_POST
def personal_answer(request, token, feedback):
    found = get_object_or_404(queries.answered_by(request.actor), pk=feedback)
    back = reverse("personal_feedback", args=[token, found.team_id])
    return answer(request, found, back=back)


@by_personal_link
@require_POST
def personal_advise(request, token, meeting, team_id):
    """A member of the Leadership Group says something to one team."""
    summary = find_readable(request, meeting, "mobilization.give_feedback")
    team = get_object_or_404(queries.teams_of(summary.meeting.group), pk=team_id)
    form = FeedbackForm(request.POST)
    back = reverse("personal_summary", args=[token, meeting])
    if not stored(form, services.advise, team=team, summary=summary, by=request.actor):
        title = _("Your word to %(team)s") % {"team": team}
        return form_page(request, form, title=title, button=_("Tell the team"), back=back)
    messages.success(request, _("Thank you. The team has been told."))
    return redirect(back)
