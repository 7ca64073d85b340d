"""What rests on a data set."""

from dataclasses import dataclass

from django.db.models import Max

from analytics.models import Region, Upload
from analytics.queries.cells import slices_of, slices_seen_by


def uploads_of(initiative):
    """The files of an initiative whose columns had, or have, to be named."""
    return Upload.objects.filter(initiative=initiative).select_related("dataset")


def last_import(region):
    """When figures of the region's table, or of its base, were last imported; None for never."""
    held = slices_seen_by(region.initiative).filter(
        area__in={*region.area_codes, region.base}, year__in=(region.start_year, region.end_year)
    )
    return held.aggregate(last=Max("dataset__imported_at"))["last"]


@dataclass(frozen=True)
class Dependant:
    """A region whose figures come from a data set, by places: pairs of area and year.

    At `replaced` an older data set would count in its stead, at `lost` there would be no figures.
    """

    region: Region
    replaced: list
    lost: list


def dependants(dataset):
    """The regions that see a data set and have figures of it, by name: a list of Dependant."""
    regions = Region.objects.prefetch_related("areas").select_related("initiative")
    if dataset.initiative_id:
        regions = regions.filter(initiative=dataset.initiative_id)
    return [found for region in regions if (found := dependant(dataset, region))]


def dependant(dataset, region):
    """What of a region rests on a data set: a Dependant, or None where nothing does."""
    years = (region.start_year, region.end_year)
    held = slices_of({*region.area_codes, region.base}, years, region.initiative)
    own = {(part.area, part.year) for part in held if part.dataset_id == dataset.pk}
    others = {(part.area, part.year) for part in held if part.dataset_id != dataset.pk}
    return Dependant(region, sorted(own & others), sorted(own - others)) if own else None
