"""Shift-share: a page, and files."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from analytics import charts, queries
from analytics.presenters import naics, source_groups
from analytics.presenters import shift_share as words
from analytics.sources import ownerships
from analytics.views.charts import answer
from core.access import requires
from core.problems import Problem


def region_of(request):
    """The region of the initiative. Raises Problem `region_missing`."""
    region = queries.region_of(request.initiative)
    if region is None:
        raise Problem("region_missing")
    return region


@requires("analytics.view_data")
@require_GET
def shift_share(request, initiative):
    """The table and its chart; what stops it is said in its place."""
    choices = naics.TableChoices.of_ownership(request.GET)
    try:
        region = region_of(request)
        found = queries.shift_share(region, choices.ownership)
    except Problem as problem:
        return render(request, "analytics/data/shift_share.html", {"problem": str(problem)})
    context = {
        "region": region,
        "base": queries.area_title(region.base, region.initiative),
        "page": words.page(found, choices),
        "ownerships": naics.ownership_choices(found.ownership),
        "owned": ownerships.title(found.ownership),
        "asked": choices.ownership_query,
        "sort": choices.sort,
        "sources": source_groups(found.sources),
    }
    return render(request, "analytics/data/shift_share.html", context)


@requires("analytics.view_data")
@require_GET
def shift_share_file(request, initiative, kind):
    """The table as CSV, the chart's specification or its picture. Raises Problem."""
    region = region_of(request)
    choices = naics.TableChoices.of_ownership(request.GET)
    found = queries.shift_share(region, choices.ownership)
    names = queries.area_titles(region), queries.area_title(region.base, region.initiative)
    return answer(
        request,
        kind,
        text=lambda: words.as_csv(found, words.cite(found, region, names)),
        chart=lambda shape, mode: charts.bars(found, shape, mode),
        name=f"shift-share-{initiative}",
    )
