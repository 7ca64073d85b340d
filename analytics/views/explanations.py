"""How the figures of one industry were made."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from analytics import queries
from analytics.presenters import explanation, regions
from analytics.presenters.naics import TableChoices
from analytics.views.shift_share import region_of
from core.access import requires
from core.problems import Problem


@requires("analytics.view_data")
@require_GET
def naics_explanation(request, initiative, code):
    """The formulas, cells and files behind an industry's row; what stops it is said in its place.

    The address asks for the same as that of the table, and says of which version of the region; of
    an earlier one the page tells what has changed.
    """
    choices = TableChoices.of(request.GET)
    context = {"code": code, "back": choices.link(), "asked": choices.ownership_query}
    try:
        region = region_of(request)
        inputs = queries.inputs(region, code, **choices.figures)
    except Problem as problem:
        context["problem"] = str(problem)
    else:
        context |= {
            "region": region,
            "page": explanation.page(inputs, region=region, choices=choices),
            "changed": regions.changed_since(region, request.GET.get("region", "")),
        }
    return render(request, "analytics/data/explanation.html", context)
