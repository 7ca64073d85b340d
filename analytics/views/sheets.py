"""One's own sheet of observations."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from analytics import queries
from analytics.forms import NewObservationForm, ObservationForm
from analytics.models import Question, Worksheet
from analytics.models.worksheets import OWN
from analytics.presenters import worksheets as words
from analytics.presenters.naics.choices import PUBLISHED, TableChoices
from analytics.services import sheets
from analytics.views.place import worksheet_or_404
from core.access import ensure, requires
from core.forms import stored
from core.problems import Problem

MOVES = {"hand_in": sheets.hand_in, "take_back": sheets.take_back}


@requires("analytics.write_observations")
def own_sheet(request, initiative, round):
    """The sheet of whoever is signed in, with a form for each question."""
    worksheet = worksheet_or_404(request, round)
    region = queries.region_of(request.initiative)
    forms = new_forms(request, region)
    asked = forms.get(request.POST.get("question", ""))
    made = asked and stored(asked, sheets.write, worksheet=worksheet, by=request.actor)
    if made:
        messages.success(request, _("Stored on your own sheet."))
        return redirect(f"{address_of(request)}#{made.question}")
    sheet = queries.own_sheet(worksheet, request.actor)
    context = {
        "worksheet": worksheet,
        "sheet": sheet,
        "figures": query_of(request),
        "region": region,
        "is_open": worksheet.state != Worksheet.State.CLOSED
        and (sheet is None or sheet.state == sheet.State.WRITING),
        "parts": words.own_parts(sheet, request.initiative, forms),
    }
    return render(request, "analytics/worksheets/own_sheet.html", context)


def new_forms(request, region):
    """{question: its form}; bound is the one that was sent."""
    query, titles = query_of(request), titles_of(request, region)
    frozen = list(queries.snapshots_of(request.initiative))
    return {
        question.value: NewObservationForm(
            request.POST if request.POST.get("question") == question.value else None,
            initial={"question": question.value, "query": query},
            frozen=frozen,
            titles=titles,
            auto_id=f"{question.value}_%s",
        )
        for question in Question
    }


def query_of(request):
    """The choices of the table that was looked at, as the address has them."""
    return TableChoices.of(request.GET).figures_query


def titles_of(request, region):
    """{code: title} of the industries that the table can have now; empty without a region."""
    if region is None:
        return {}
    published = TableChoices.of(request.GET).vintage == PUBLISHED
    return queries.titles_of_table(region.start_year, region.end_year, as_published=published)


def address_of(request):
    """The page's own address with the choices of the table."""
    query = query_of(request)
    return f"{request.path}?{query}" if query else request.path


@requires("analytics.write_observations")
def observation_edit(request, initiative, round, observation):
    """Write an observation anew."""
    found = observation_or_404(request, round, observation)
    form = ObservationForm(
        request.POST or None,
        initial={
            "question": found.question,
            "text": found.text,
            "codes": ", ".join(found.codes),
        },
        titles=titles_of(request, queries.region_of(request.initiative)),
    )
    if stored(form, sheets.change, observation=found, by=request.actor):
        messages.success(request, _("The observation was changed."))
        return redirect(f"{reverse('own_sheet', args=[initiative, round])}#{found.question}")
    context = {"form": form, "worksheet": found.sheet.worksheet}
    return render(request, "analytics/worksheets/observation.html", context)


@requires("analytics.write_observations")
@require_POST
def observation_remove(request, initiative, round, observation):
    found = observation_or_404(request, round, observation)
    sheets.remove(observation=found, by=request.actor)
    messages.success(request, _("The observation was removed."))
    return redirect(f"{reverse('own_sheet', args=[initiative, round])}#{found.question}")


def observation_or_404(request, number, key):
    """An observation of one's own sheet; somebody else's is refused."""
    worksheet = worksheet_or_404(request, number)
    found = get_object_or_404(queries.observations_in(worksheet), pk=key)
    ensure(request.actor, OWN, found.sheet)
    return found


@requires("analytics.write_observations")
@require_POST
def own_sheet_move(request, initiative, round):
    """Hand one's sheet in, or take it back."""
    worksheet = worksheet_or_404(request, round)
    sheet = queries.own_sheet(worksheet, request.actor)
    move = MOVES.get(request.POST.get("move", ""))
    if move is None:
        raise Http404
    if sheet is None:
        raise Problem("sheet_empty")
    moved = move(sheet=sheet, by=request.actor)
    messages.success(request, said(moved))
    return redirect("worksheet", initiative, round)


def said(sheet):
    if sheet.state == sheet.State.HANDED_IN:
        return _("Handed in. Nobody reads it before the joint sheet is begun.")
    return _("Your sheet is with you again. Hand it in when it is ready.")
