"""Dots typed by the recorder, from paper or as they are said, for one named person at a time."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import requires
from core.forms import stored
from mobilization.forms.ballot_codes import BallotForm, typed
from mobilization.models import Dot, Meeting
from mobilization.models.votes import RECORDED
from mobilization.presenters import votes as presenter
from mobilization.queries import cards, meetings, paper_ballots
from mobilization.services import ballot_codes
from mobilization.services import votes as services
from mobilization.views.meetings import find_meeting
from mobilization.views.room import offer_in


@requires("mobilization.run_meeting")
@require_POST
def show_results(request, initiative, cluster, number):
    record = find_meeting(request, cluster, number)
    services.show_results(meeting=record, live=request.POST.get("live") == "yes", by=request.actor)
    return redirect("console", initiative, cluster, number)


@requires("mobilization.run_meeting")
def paper_ballot(request, initiative, cluster, number, person):
    """The ballot while it is typed: all its numbers at once, or dot by dot.

    There is no such page once the vote is closed.
    """
    record = find_meeting(request, cluster, number)
    if record.state != Meeting.State.VOTING:
        raise Http404
    voter = get_object_or_404(meetings.present(record), pk=person)
    lines = cards.numbered(record)
    stands = paper_ballots.dots(record, voter)
    begun = {"dots": typed(lines, stands)}
    form = BallotForm(request.POST or None, lines=lines, most=record.dots_each, initial=begun)
    values = {"meeting": record, "person": voter, "known": request.POST.get("known", "")}
    if stored(form, ballot_codes.mark, beside="dots", by=request.actor, **values):
        said = _("The ballot of %(name)s is typed in.") % {"name": voter.name}
        messages.success(request, said)
        return redirect("console", initiative, cluster, number)
    context = presenter.recorded_ballot(record, voter)
    context |= {
        "meeting": record,
        "voter": voter,
        "form": form,
        "known": paper_ballots.mark(stands),
    }
    return render(request, "mobilization/meetings/paper_ballot.html", context)


def place_on_paper(meeting, person, requirement):
    """Where a dot from paper goes, by the ids in the address, or 404."""
    return {
        "meeting": meeting,
        "person": get_object_or_404(meetings.present(meeting), pk=person),
        "requirement": get_object_or_404(meeting.requirements, pk=requirement),
    }


@requires("mobilization.run_meeting")
@require_POST
def paper_dot(request, initiative, cluster, number, person, requirement):
    record = find_meeting(request, cluster, number)
    place = place_on_paper(record, person, requirement)
    services.cast(**place, source=source_in(request), by=request.actor)
    return redirect("paper_ballot", initiative, cluster, number, person)


def source_in(request):
    """Paper, unless the pressed button says otherwise."""
    source = request.POST.get("source", Dot.Source.PAPER)
    if source not in RECORDED:
        raise Http404
    return source


@requires("mobilization.run_meeting")
@require_POST
def paper_offer(request, initiative, cluster, number, person, requirement):
    record = find_meeting(request, cluster, number)
    place = place_on_paper(record, person, requirement)
    services.offer(**place, offer=offer_in(request), by=request.actor)
    return redirect("paper_ballot", initiative, cluster, number, person)


@requires("mobilization.run_meeting")
@require_POST
def paper_dot_undo(request, initiative, cluster, number, person, requirement):
    record = find_meeting(request, cluster, number)
    services.take_back(**place_on_paper(record, person, requirement), by=request.actor)
    return redirect("paper_ballot", initiative, cluster, number, person)
