"""Photos and scans of paper: sent, looked at, taken away; for those who run the meeting alone."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from core.access import requires
from core.problems import Problem
from mobilization.forms.scans import ScanForm
from mobilization.models.cards import Source
from mobilization.presenters import scans as presenter
from mobilization.presenters.meetings import TITLES, address
from mobilization.queries import cards, feedback, meetings
from mobilization.queries import scans as queries
from mobilization.services import scans as services
from mobilization.views.meetings import find_meeting


@requires("mobilization.run_meeting")
def scans(request, initiative, cluster, number):
    """Whose paper is kept, and what waits to be typed up."""
    record = find_meeting(request, cluster, number)
    context = {"meeting": record, "title": TITLES[record.number], **presenter.overview(record)}
    return render(request, "mobilization/scans/overview.html", context)


@requires("mobilization.run_meeting")
def card_scans(request, initiative, cluster, number, person):
    """The paper of one person. A card from a phone is private until it is read, and not shown."""
    record = find_meeting(request, cluster, number)
    found = get_object_or_404(meetings.present(record), pk=person)
    card = cards.card_of(record, found)
    context = {
        "heading": _("Paper card of %(name)s") % {"name": found.name},
        "person": found,
        "card": card if card and card.source == Source.PAPER else None,
        "may_type": record.state in presenter.TYPED_IN
        and (card is None or card.source == Source.PAPER),
        "scans": queries.of_card(record, found),
        "back": address("console", record),
    }
    return page(request, record, context, person=found)


@requires("mobilization.run_meeting")
def team_scans(request, initiative, cluster, number, team):
    """The flip chart of one team's plan."""
    record = find_meeting(request, cluster, number)
    found = get_object_or_404(feedback.teams_of(record.group), pk=team)
    if number == 1:
        raise Http404
    context = {
        "heading": _("Flip chart of %(team)s") % {"team": found},
        "scans": queries.of_flip_chart(record, found),
        "back": address("flip_charts", record),
    }
    return page(request, record, context, team=found)


def page(request, meeting, context, **place):
    """The pages that are kept and the form for more; `place` is the person or the team."""
    form = ScanForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        keep(request, form.chosen(), meeting=meeting, **place)
        return redirect(request.path)
    context |= {"meeting": meeting, "title": TITLES[meeting.number], "form": form}
    return render(request, "mobilization/scans/scans.html", context)


def keep(request, files, **place):
    """Keep one file after the other, and say of each that cannot be kept why."""
    pages, problems = 0, []
    for file in files:
        try:
            pages += len(services.keep(file=file, by=request.actor, **place))
        except Problem as problem:
            problems.append(str(problem))
    for problem in problems:
        messages.error(request, problem)
    if len(problems) < len(files):
        messages.success(request, said(pages))


def said(pages):
    if not pages:
        return _("This is kept already.")
    words = ngettext("%(count)d page is kept.", "%(count)d pages are kept.", pages)
    return words % {"count": pages}


@requires("mobilization.run_meeting")
@require_safe
def scan_file(request, initiative, cluster, number, scan):
    """The picture itself. It is a JPEG of our own writing, and no cache on the way keeps it."""
    record = find_meeting(request, cluster, number)
    found = get_object_or_404(record.scans, pk=scan)
    try:
        content = found.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        content,
        content_type="image/jpeg",
        filename=found.filename,
        headers={"Cache-Control": "private, no-store"},
    )


@requires("mobilization.run_meeting")
@require_POST
def scan_remove(request, initiative, cluster, number, scan):
    record = find_meeting(request, cluster, number)
    found = get_object_or_404(record.scans.select_related("person", "team__priority"), pk=scan)
    services.remove(scan=found, by=request.actor)
    messages.success(request, _("The page is taken away."))
    if found.team:
        return redirect("team_scans", initiative, cluster, number, found.team_id)
    return redirect("card_scans", initiative, cluster, number, found.person_id)
