"""The summary of a meeting: written by the facilitators, checked by the co-chairs, sent."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import by_personal_link, may, requires
from core.problems import Problem
from mobilization.forms.feedback import FeedbackForm
from mobilization.forms.summaries import CorrectionForm, WordsForm
from mobilization.models.plans import CLOSED_STATES
from mobilization.models.summaries import PROCESS
from mobilization.presenters import coming
from mobilization.presenters import summary_pages as presenter
from mobilization.presenters.meetings import TITLES
from mobilization.queries import feedback
from mobilization.queries import summaries as queries
from mobilization.services import summaries as services
from mobilization.views.meetings import find_meeting


@requires("mobilization.view_process")
def summary(request, initiative, cluster, number):
    return page(request, find_meeting(request, cluster, number))


def page(request, meeting, form=None, problem=""):
    context = presenter.page(meeting, request.actor)
    record = context["record"]
    version = {"version": record.version if record else 0}
    context |= {
        "title": TITLES[meeting.number],
        "form": form or WordsForm(instance=record, initial=version),
        "problem": problem,
    }
    return render(request, "mobilization/summaries/summary.html", context)


@requires("mobilization.run_meeting")
@require_POST
def summary_write(request, initiative, cluster, number):
    """Store the words; a conflict keeps what was typed, above what stands there now."""
    record = find_meeting(request, cluster, number)
    form = WordsForm(request.POST)
    if not form.is_valid():
        return page(request, record, form)
    try:
        services.write(meeting=record, by=request.actor, **form.cleaned_data)
    except Problem as problem:
        return page(request, record, over_the_latest(request, record), str(problem))
    messages.success(request, _("The summary is stored."))
    return redirect("summary", initiative, cluster, number)


def over_the_latest(request, meeting):
    """The same words on a fresh form of the version that stands now."""
    record = queries.summary_of(meeting)
    return WordsForm({**request.POST.dict(), "version": record.version if record else 0})


@requires("mobilization.run_meeting")
@require_POST
def summary_move(request, initiative, cluster, number):
    """Give it to the co-chairs, or take it back."""
    record = find_meeting(request, cluster, number)
    if request.POST.get("move") == "ask":
        services.ask(meeting=record, by=request.actor)
    else:
        services.take_back(summary=find_summary(record), by=request.actor)
    return redirect("summary", initiative, cluster, number)


def find_summary(meeting):
    summary = queries.summary_of(meeting)
    if summary is None:
        raise Http404
    return summary


@requires("mobilization.send_letters")
@require_POST
def summary_send(request, initiative, cluster, number):
    record = find_summary(find_meeting(request, cluster, number))
    job = services.send(summary=record, by=request.actor)
    return redirect("job", initiative, job.pk)


@requires("mobilization.send_letters")
@require_POST
def summary_report(request, initiative, cluster, number):
    record = find_summary(find_meeting(request, cluster, number))
    job = services.report(summary=record, by=request.actor)
    return redirect("job", initiative, job.pk)


def find_readable(request, meeting, permission="mobilization.read_summary"):
    """The summary if the person of the link may read it (or hold `permission`), else 404."""
    mine = queries.for_person(request.actor).filter(meeting=meeting)
    found = mine.first() or get_object_or_404(queries.for_leader(request.actor), meeting=meeting)
    readable = may(request.actor, "mobilization.read_summary", found)
    if not readable or not may(request.actor, permission, found):
        raise Http404
    return found


@by_personal_link
def personal_summary(request, token, meeting):
    """The summary to read; a co-chair says here whether it is accurate."""
    return personal_page(request, find_readable(request, meeting), CorrectionForm())


def personal_page(request, record, form):
    may_check = may(request.actor, "mobilization.check_summary", record)
    context = presenter.shown(record.meeting) | {
        "record": record,
        "title": TITLES[record.meeting.number],
        "process": PROCESS,
        "form": form,
        "may_check": may_check and presenter.waits_for_check(record),
        "co_chair": may_check,
        "teams": teams_to_advise(request.actor, record),
        "call": coming.call_after(request.link, record.meeting),
        "closed_states": CLOSED_STATES,
        "advice_form": FeedbackForm(),
    }
    return render(request, "mobilization/summaries/personal.html", context)


def teams_to_advise(actor, summary):
    """The teams that a member of the Leadership Group may say something to."""
    if not may(actor, "mobilization.give_feedback", summary):
        return []
    return feedback.teams_of(summary.meeting.group)


@by_personal_link
@require_POST
def personal_summary_check(request, token, meeting):
    record = find_readable(request, meeting, "mobilization.check_summary")
    services.confirm(summary=record, basis=request.POST.get("basis", ""), by=request.actor)
    messages.success(request, _("Thank you. The facilitators see that you have checked it."))
    return redirect("personal_summary", token, meeting)


@by_personal_link
@require_POST
def personal_summary_correct(request, token, meeting):
    record = find_readable(request, meeting, "mobilization.check_summary")
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return personal_page(request, record, form)
    services.correct(summary=record, by=request.actor, **form.cleaned_data)
    messages.success(request, _("Thank you. The facilitators have what you wrote."))
    return redirect("personal_home", token)
