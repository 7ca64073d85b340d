"""Which data sets stand behind a number."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q

from analytics import warehouse
from analytics.models import Dataset, DatasetSlice, Status
from analytics.queries.cells import LEVELS, held_by, slices_of
from analytics.sources import bridge

KEY = ("area", "year", "ownership", "industry")  # what names a cell


@dataclass(frozen=True)
class Source:
    """A data set that holds current values of some areas in one year, of one status.

    `note` says how an estimate was made, `source` what the file tells of its own origin.
    """

    dataset: Dataset
    file_name: str
    sha256: str
    status: str
    note: str
    source: str
    imported_at: datetime
    areas: tuple
    year: int

    @property
    def status_label(self):
        return Status(self.status).label


def sources(region, naics=None):
    """The data sets behind a region's table, or behind one industry of it: a list of Source."""
    return sources_of(
        (*region.area_codes, region.base),
        (region.start_year, region.end_year),
        region.initiative,
        naics,
    )


def sources_of(areas, years, initiative=None, naics=None):
    """The data sets of which a cell is current in these areas and years: a list of Source."""
    areas = sorted(set(areas))
    codes = None if naics is None else tuple(sorted(codes_behind(naics, years)))
    current = warehouse.origins(held_by(areas, years, initiative), LEVELS, codes)
    return sources_among(slices_of(areas, years, initiative), current)


def sources_among(slices, current):
    """The slices of which a cell is current, {(ordinal, area, year)}, as a list of Source."""
    found = {}
    for held in slices:
        if (held.dataset.ordinal, held.area, held.year) in current:
            found.setdefault((held.year, held.dataset_id, held.status), []).append(held)
    return [source_of(slices) for _place, slices in sorted(found.items())]


def cells_of_estimates(areas, years, initiative, sources):
    """The current cells that an estimate of a source gave: a set of tuples of `KEY`."""
    marked = {
        (source.dataset.ordinal, area, source.year)
        for source in sources
        if source.status == Status.ESTIMATE
        for area in source.areas
    }
    if not marked:
        return set()
    current = warehouse.origins(held_by(areas, years, initiative), LEVELS, by=KEY)
    return {tuple(cell) for ordinal, *cell in current if (ordinal, *cell[:2]) in marked}


def codes_behind(naics, years):
    """The code, and those of the first year that the bridge carries to it."""
    return {naics, *(link.old for link in bridge.origins(naics, min(years), max(years)))}


def source_of(slices):
    """One Source from the slices of one data set, year and status."""
    dataset = slices[0].dataset
    return Source(
        dataset=dataset,
        file_name=dataset.file_name,
        sha256=dataset.sha256,
        status=slices[0].status,
        note="; ".join(dict.fromkeys(held.note for held in slices if held.note)),
        source="; ".join(dict.fromkeys(held.source for held in slices if held.source)),
        imported_at=dataset.imported_at,
        areas=tuple(dict.fromkeys(held.area for held in slices)),
        year=slices[0].year,
    )


def datasets_seen_by(initiative):
    """The data sets an initiative computes with, newest first, each with what it holds."""
    return (
        Dataset.objects.seen_by(initiative)
        .select_related("imported_by", "initiative")
        .annotate(
            area_count=Count("slices__area", distinct=True),
            first_area=Min("slices__area"),
            first_area_title=Min("slices__area_title"),
            first_year=Min("slices__year"),
            last_year=Max("slices__year"),
            first_quarter=Min("slices__quarter"),
            last_quarter=Max("slices__quarter"),
            estimated_slices=Count("slices", filter=Q(slices__status=Status.ESTIMATE)),
        )
        .order_by("-pk")
    )


def whole_years(initiative):
    """{(area, year)} of which an initiative sees all four quarters.

    Of each data set only the first area is looked at, the one that lists show.
    """
    seen = Dataset.objects.seen_by(initiative)
    first_areas = seen.annotate(
        first_area=Min("slices__area", filter=Q(slices__quarter__gt=0))
    ).values("first_area")
    quarters = DatasetSlice.objects.filter(
        dataset__in=seen, area__in=first_areas, quarter__gt=0
    ).order_by()
    counted = quarters.values_list("area", "year").annotate(held=Count("quarter", distinct=True))
    return {(area, year) for area, year, held in counted if held == 4}
