"""The NAICS table."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from analytics import presenters, queries
from analytics.presenters import naics
from core.access import requires
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
    return render(request, "analytics/data/naics_table.html", {"region": region, **context})


def table_context(region, params):
    if region is None:
        raise Problem("region_missing")
    sources = queries.sources(region)
    page = naics.page(
        queries.naics_table(region),
        region=region,
        base_name=queries.area_title(region.base, region.initiative),
        sources=sources,
        params=params.dict(),
    )
    return {"page": page, "sources": presenters.source_groups(sources), "q": params.get("q", "")}


@requires("analytics.view_data")
@require_GET
def naics_table_csv(request, initiative):
    """The table as the command writes it. Raises Problem."""
    region = queries.region_of(request.initiative)
    if region is None:
        raise Problem("region_missing")
    text = presenters.table_csv(queries.naics_table(region))
    name = f"naics-{initiative}-{region.start_year}-{region.end_year}.csv"
    return HttpResponse(
        text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
