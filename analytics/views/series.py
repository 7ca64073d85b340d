"""Yearly series of one industry, or of all jobs: a page, and files."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from analytics import charts, queries
from analytics.presenters import naics, source_groups
from analytics.presenters import series as words
from analytics.sources import ownerships
from analytics.views.charts import answer
from analytics.views.shift_share import region_of
from core import guide
from core.access import requires
from core.problems import Problem


def code_or_404(code):
    if code != queries.ALL and code not in queries.industry_titles():
        raise Http404
    return code


@requires("analytics.view_data")
@require_GET
def yearly_series(request, initiative, code):
    """The series and its chart; another industry is chosen with ?industry=."""
    wanted = request.GET.get("industry", code)
    choices = naics.TableChoices.of_ownership(request.GET)
    if code_or_404(wanted) != code:
        place = reverse("yearly_series", args=[initiative, wanted])
        query = choices.ownership_query
        return redirect(f"{place}?{query}" if query else place)
    try:
        region = region_of(request)
        found = queries.yearly_series(region, code_or_404(code), choices.ownership)
    except Problem as problem:
        return render(request, "analytics/data/series.html", {"problem": str(problem)})
    return render(request, "analytics/data/series.html", context(region, found, choices))


def context(region, found, choices):
    start, end = region.start_year, region.end_year
    return {
        "region": region,
        "series": found,
        "base": queries.area_title(region.base, region.initiative),
        "tables": [
            (region.name, words.rows(found, 0)),
            (queries.area_title(region.base, region.initiative), words.rows(found, 1)),
        ],
        "ownerships": naics.ownership_choices(found.ownership),
        "owned": ownerships.title(found.ownership),
        "asked": choices.ownership_query,
        "industries": sorted(queries.industry_titles().items()),
        "prices": queries.prices_of(region),
        "sources": source_groups(found.sources),
        "advice": [guide.years_compared(start, end), guide.end_points(start, end)],
    }


@requires("analytics.view_data")
@require_GET
def yearly_series_file(request, initiative, code, kind):
    """The series as CSV, the chart's specification or its picture. Raises Problem."""
    region = region_of(request)
    choices = naics.TableChoices.of_ownership(request.GET)
    found = queries.yearly_series(region, code_or_404(code), choices.ownership)
    base = queries.area_title(region.base, region.initiative)
    names = queries.area_titles(region), base
    return answer(
        request,
        kind,
        text=lambda: words.as_csv(
            found, words.cite(found, region, names, queries.prices_of(region))
        ),
        chart=lambda shape, mode: charts.lines(found, region, base, shape, mode),
        name=f"series-{initiative}-{code}",
    )
