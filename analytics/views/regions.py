"""The home of the data, and the region."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from django_tables2 import RequestConfig

from analytics import presenters, queries
from analytics.forms import RegionForm
from analytics.services import regions
from analytics.tables import DatasetTable
from core.access import may, requires


@requires("analytics.view_data")
@require_GET
def data_home(request, initiative):
    """The region, and the data sets its numbers come from."""
    place = request.initiative
    region = queries.region_of(place)
    table = DatasetTable(queries.datasets_seen_by(place), whole_years=queries.whole_years(place))
    RequestConfig(request, paginate={"per_page": 25}).configure(table)
    return render(
        request,
        "analytics/data/home.html",
        {
            "region": region,
            "summary": summary_of(region) if region else None,
            "table": table,
            "may_change": may(request.actor, "analytics.change_region", place),
            "may_import": may(request.actor, "analytics.import_data", place),
        },
    )


def summary_of(region):
    titles = [queries.area_title(code, region.initiative) for code in region.area_codes]
    return presenters.region_summary(
        region,
        titles,
        queries.area_title(region.base, region.initiative),
        queries.prices_of(region).title,
    )


@requires("analytics.change_region")
def region_edit(request, initiative):
    """Choose the region, its years and its base."""
    place = request.initiative
    form = RegionForm(request.POST or None, instance=queries.region_of(place), initiative=place)
    if request.method == "POST" and form.is_valid():
        regions.save(initiative=place, by=request.actor, **form.cleaned_data)
        messages.success(request, _("The region was saved."))
        return redirect("data_home", place.slug)
    return render(request, "analytics/data/region.html", {"form": form})
