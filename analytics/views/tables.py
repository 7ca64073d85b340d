"""The NAICS table."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from analytics import presenters, queries
from analytics.presenters import naics
from analytics.presenters.naics.choices import PUBLISHED, TableChoices
from core import guide
from core.access import may, requires
from core.problems import Problem


@requires("analytics.view_data")
@require_GET
def naics_table(request, initiative):
    """The table on a page; what stops it is said in its place."""
    region = queries.region_of(request.initiative)
    try:
        context = table_context(region, request.GET)
    except Problem as problem:
        context = {"problem": str(problem)}
    context["may_freeze"] = may(request.actor, "analytics.freeze_table", request.initiative)
    context["worksheet"] = queries.worksheets_of(request.initiative).first()
    return render(request, "analytics/data/naics_table.html", {"region": region, **context})


def table_context(region, query):
    if region is None:
        raise Problem("region_missing")
    choices = TableChoices.of(query)
    workings = queries.workings(region, **choices.figures)
    study = queries.study_of(region.initiative, choices.study)
    named = study and queries.industries_named(
        study, region.end_year, as_published=choices.vintage == PUBLISHED
    )
    return {
        "page": naics.page(workings, region=region, choices=choices, named=named),
        "studies": queries.studies_of(region.initiative),
        "study": study,
        "sources": presenters.source_groups(workings.sources),
        "prices": queries.prices_of(region),
        "choices": choices,
        "advice": [
            guide.years_compared(region.start_year, region.end_year),
            guide.end_points(region.start_year, region.end_year),
        ],
        "downloads": [("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON")],
        "figures": choices.figures_query,
    }


FILES = {
    "csv": (presenters.cited_csv, "text/csv; charset=utf-8"),
    "json": (presenters.table_json, "application/json"),
    "xlsx": (
        presenters.workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}


@requires("analytics.view_data")
@require_GET
def naics_table_file(request, initiative, kind):
    """The table as a file with its citation: CSV, JSON or a spreadsheet. Raises Problem."""
    if kind not in FILES:
        raise Http404
    region = queries.region_of(request.initiative)
    if region is None:
        raise Problem("region_missing")
    make, content_type = FILES[kind]
    choices = TableChoices.of(request.GET)
    name = f"naics-{initiative}-{region.start_year}-{region.end_year}.{kind}"
    return HttpResponse(
        make(queries.workings(region, **choices.figures)),
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
