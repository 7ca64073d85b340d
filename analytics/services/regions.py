"""The region of an initiative."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from analytics.models import Region
from analytics.sources import areas as area_names
from analytics.sources import geography, prices
from core.access import may
from core.problems import Problem
from core.workflow import record_move


@transaction.atomic
def save(
    *,
    initiative,
    by,
    name,
    reason,
    base,
    start_year,
    end_year,
    areas,
    price_series="",
    by_activity=False,
    by_commute=False,
):
    """Choose the region, or change it; `areas` are codes. Clusters and data sets stay.

    `price_series` is the id of a price index, '' for the one nearest to the areas. What changed
    stands in the history. Raises Problem `no_price_series`, `areas_overlap`.
    """
    if not may(by, "analytics.change_region", initiative):
        raise PermissionDenied
    if price_series:
        prices.series(price_series)
    codes = {area_names.current(code) for code in areas}
    refuse_overlap(codes, (start_year, end_year))
    values = {
        "name": name,
        "by_activity": by_activity,
        "by_commute": by_commute,
        "reason": reason,
        "base": area_names.current(base),
        "price_series": price_series,
        "start_year": start_year,
        "end_year": end_year,
    }
    before = facts(Region.objects.filter(initiative=initiative).first())
    region, _made = Region.objects.update_or_create(initiative=initiative, defaults=values)
    region.areas.exclude(code__in=codes).delete()
    for code in codes:
        region.areas.get_or_create(code=code)
    record_changes(region, before, facts(region), by)
    return region


def refuse_overlap(codes, years):
    """Raises Problem where a part of the region would be counted twice."""
    for inner, outer in geography.overlaps(codes, years):
        names = {"inner": area_names.name(inner), "outer": area_names.name(outer)}
        raise Problem("areas_overlap", **names)


def facts(region):
    """What the history tells of a region: {name of a change: its value in words}."""
    if region is None:
        return {}
    why = [name for name in ("by_activity", "by_commute") if getattr(region, name)]
    return {
        "areas": set(region.areas.values_list("code", flat=True)),
        "name": region.name,
        "years": f"{region.start_year}-{region.end_year}",
        "base": region.base,
        "prices": region.price_series,
        "why": " ".join(why),
        "reason": region.reason,
    }


def record_changes(region, before, after, by):
    """Add a row to the history for the choice, and later for each thing that is not as it was."""
    if not before:
        codes = " ".join(sorted(after["areas"]))
        record_move(region, "choose", before="", after="", by=by, note=codes)
        return
    gone, come = before["areas"] - after["areas"], after["areas"] - before["areas"]
    for name, codes in (("take_areas_out", gone), ("add_areas", come)):
        if codes:
            record_move(region, name, before="", after="", by=by, note=" ".join(sorted(codes)))
    for name in ("years", "base", "prices", "why"):
        if before[name] != after[name]:
            record_move(region, name, before=before[name], after=after[name], by=by)
    for name in ("name", "reason"):
        if before[name] != after[name]:
            record_move(region, name, before="", after="", by=by, note=after[name])
