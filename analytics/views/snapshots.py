"""Frozen tables."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from analytics import presenters, queries
from analytics.forms import SnapshotForm
from analytics.presenters import snapshots as words
from analytics.presenters.naics import TableChoices
from analytics.services import snapshots
from core.access import may, requires
from core.problems import Problem


def snapshot_or_404(request, key):
    return get_object_or_404(queries.snapshots_of(request.initiative), key=key)


@requires("analytics.view_data")
@require_GET
def snapshot_list(request, initiative):
    """The frozen tables."""
    found = queries.snapshots_of(request.initiative)
    may_freeze = may(request.actor, "analytics.freeze_table", request.initiative)
    context = {"snapshots": found, "may_freeze": may_freeze}
    return render(request, "analytics/snapshots/list.html", context)


@requires("analytics.freeze_table")
def snapshot_new(request, initiative):
    """Freeze the table as the address asks for it."""
    region = queries.region_of(request.initiative)
    if region is None:
        raise Problem("region_missing")
    choices = TableChoices.of(request.GET)
    form = SnapshotForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = snapshots.freeze(
                initiative=request.initiative,
                by=request.actor,
                name=form.cleaned_data["name"],
                workings=queries.workings(region, **choices.figures),
                query=choices.figures_query,
            )
        except Problem as problem:
            form.add_error("name", str(problem))
        else:
            messages.success(request, _("The table was frozen."))
            return redirect("snapshot", initiative, made.key)
    return render(request, "analytics/snapshots/new.html", {"form": form, "region": region})


@requires("analytics.view_data")
@require_GET
def snapshot(request, initiative, snapshot):
    """A frozen table: what has changed since, its citation, its file."""
    found = snapshot_or_404(request, snapshot)
    context = {
        "snapshot": found,
        "cited": words.cited(found.citation),
        "may_freeze": may(request.actor, "analytics.freeze_table", request.initiative),
    }
    return render(request, "analytics/snapshots/snapshot.html", context | compared(found))


def compared(found):
    """What the table says differently now, or why that cannot be said."""
    region = queries.region_of(found.initiative)
    try:
        if region is None:
            raise Problem("region_missing")
        choices = TableChoices.of_text(found.query)
        changes = queries.changes_since(found, region, choices.figures)
    except Problem as problem:
        return {"problem": problem}
    return {
        "region": region,
        "headings": words.headings(found, region),
        "rows": words.rows(changes),
    }


@requires("analytics.view_data")
@require_GET
def snapshot_csv(request, initiative, snapshot):
    """The frozen table with the citation that it was frozen with."""
    found = snapshot_or_404(request, snapshot)
    text = presenters.frozen_csv(queries.frozen_table(found), found.citation)
    headers = {"Content-Disposition": f'attachment; filename="naics-{initiative}-frozen.csv"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


@requires("analytics.freeze_table")
@require_POST
def snapshot_remove(request, initiative, snapshot):
    """Take a frozen table away."""
    snapshots.remove(snapshot=snapshot_or_404(request, snapshot), by=request.actor)
    messages.success(request, _("The frozen table was removed."))
    return redirect("snapshot_list", initiative)
