"""The kit of copies of a meeting, and paper ballots typed in by their code."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import requires
from core.codes import as_typed
from core.forms import stored
from mobilization.documents import kits as documents
from mobilization.forms.ballot_codes import BallotCodeForm
from mobilization.presenters import agendas
from mobilization.presenters import kits as presenter
from mobilization.presenters.meetings import TITLES, address
from mobilization.queries import cards, paper_ballots
from mobilization.queries import kits as queries
from mobilization.services import ballot_codes, kits
from mobilization.views.meetings import find_meeting
from mobilization.views.pages import form_page


@requires("mobilization.plan_meetings")
def kit(request, initiative, cluster, number):
    """What is copied, how many of each, and the PDFs that were made."""
    record = find_meeting(request, cluster, number)
    found = presenter.kit(queries.facts(record), agendas.lines_of(record))
    context = {
        "meeting": record,
        "title": TITLES[record.number],
        "kit": found,
        "jobs": queries.jobs_of(record, documents.KINDS.values())[:6],
    }
    return render(request, "mobilization/kits/kit.html", context)


@requires("mobilization.plan_meetings")
@require_POST
def kit_make(request, initiative, cluster, number):
    paper = request.POST.get("paper")
    if paper not in documents.KINDS:
        raise Http404
    job = kits.make(meeting=find_meeting(request, cluster, number), paper=paper, by=request.actor)
    return redirect("job", initiative, job.pk)


@requires("mobilization.run_meeting")
def ballot_by_code(request, initiative, cluster, number):
    """One paper ballot after the other: its code, its dots."""
    record = find_meeting(request, cluster, number)
    lines = cards.numbered(record)
    form = BallotCodeForm(request.POST or None, lines=lines, most=record.dots_each)
    beside = {None: "code", "ballot_without_numbers": "dots"}
    values = {"meeting": record, "is_empty": "empty" in request.POST}
    ballot = stored(form, ballot_codes.enter, beside=beside, by=request.actor, **values)
    if ballot:
        said = _("The ballot of %(name)s is typed in.") % {"name": ballot.person.name}
        messages.success(request, said)
        return redirect("ballot_by_code", initiative, cluster, number)
    if form.has_error("dots"):
        form.lead_to_numbers()
    is_entered = form.has_error("code", "ballot_entered_already")
    return form_page(
        request,
        form,
        title=_("Paper ballot by its code"),
        lead=_("Whose ballot it is follows from the code, and each can be typed in once."),
        button=_("Store this ballot"),
        back=address("console", record),
        template="mobilization/meetings/ballot_by_code.html",
        lines=lines,
        meeting=record,
        asks_if_empty=form.has_error("dots", "ballot_without_numbers"),
        voter=is_entered and paper_ballots.person_of(record, as_typed(form.data["code"])),
    )
