"""The home of the data, and the region."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from django_tables2 import RequestConfig

from analytics import presenters, queries
from analytics.forms import AreaSearch, RegionForm
from analytics.presenters import regions as words
from analytics.services import regions
from analytics.tables import DatasetTable
from core import guide
from core.access import may, requires
from core.forms import stored


@requires("analytics.view_data")
@require_GET
def data_home(request, initiative):
    """The region, and the data sets its numbers come from."""
    place = request.initiative
    region = queries.region_of(place)
    table = DatasetTable(queries.datasets_seen_by(place), whole_years=queries.whole_years(place))
    RequestConfig(request, paginate={"per_page": 25}).configure(table)
    about = region_context(region) if region else {}
    return render(
        request,
        "analytics/data/home.html",
        {
            "region": region,
            "table": table,
            "may_change": may(request.actor, "analytics.change_region", place),
            "may_import": may(request.actor, "analytics.import_data", place),
            **about,
        },
    )


def region_context(region):
    return {
        "summary": summary_of(region),
        "advice": guide.region(region.by_activity, region.by_commute),
        "notes": words.notes(region.area_codes, region.start_year, region.end_year),
        "changes": words.history(region),
    }


def summary_of(region):
    return presenters.region_summary(
        region,
        queries.area_titles(region),
        queries.area_title(region.base, region.initiative),
        queries.prices_of(region).title,
    )


@requires("analytics.change_region")
def region_edit(request, initiative):
    """Choose the region, its years and its base; to search or to tick areas stores nothing."""
    place = request.initiative
    region = queries.region_of(place)
    if "find" in request.POST or "add" in request.POST:
        form = RegionForm(instance=region, initiative=place, initial=kept(request.POST))
        return region_page(request, form)
    form = RegionForm(request.POST or None, instance=region, initiative=place)
    if stored(form, regions.save, beside="areas", initiative=place, by=request.actor):
        messages.success(request, saved(place))
        return redirect("data_home", place.slug)
    return region_page(request, form)


def saved(place):
    """What was stored, and what was kept that rests on it."""
    lines = [_("The region was saved."), *(one.text for one in words.resting(place))]
    return " ".join(lines)


def kept(typed):
    """What stands in the form, with the areas that were ticked among those found."""
    ticked = typed.getlist("pick") if "add" in typed else []
    return {name: typed.get(name, "") for name in RegionForm.base_fields} | {
        "areas": "\n".join([*typed.getlist("areas"), *ticked])
    }


def region_page(request, form):
    """The form with the areas chosen so far and those found, or for htmx its areas alone."""
    search = AreaSearch(request.POST or None)
    sought = search.wanted()
    codes, unread = form.chosen()
    found, count, listed = words.offers(*sought, set(codes), form.last_year())
    region = form.instance if form.instance.pk else None
    context = {
        "form": form,
        "search": search,
        "chosen": [(code, queries.area_title(code, request.initiative)) for code in codes],
        "unread": "\n".join(unread),
        "sought": any(sought),
        "found": found,
        "found_count": count,
        "more": count > listed,
        "resting": words.resting(request.initiative) if region else [],
    }
    part = "#areas" if request.htmx else ""
    return render(request, f"analytics/data/region.html{part}", context)
