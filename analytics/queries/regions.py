"""Regions, and the cells of a region summed into one area."""

import pandas as pd

from analytics.indicators import sums
from analytics.models import Region
from analytics.queries.cells import area_title, cells_of
from analytics.queries.provenance import sources_of
from analytics.sources import bridge
from core.workflow import history_of

LEVELS = ("total", "ownership", "naics4")
# The changes of a region after which its figures are others.
REDEFINING = ("choose", "take_areas_out", "add_areas", "years", "base", "prices")


def region_of(initiative):
    """The initiative's region, or None."""
    return Region.objects.filter(initiative=initiative).prefetch_related("areas").first()


def redefinitions(region):
    """The moves of a region that gave it other figures, oldest first. How many they are is the
    version of the region, which an address can carry.
    """
    return history_of(region).filter(name__in=REDEFINING).order_by("at", "pk")


def scope(region):
    """A region as the keyword arguments of `table_of`."""
    return {
        "areas": tuple(region.area_codes),
        "start": region.start_year,
        "end": region.end_year,
        "base": region.base,
        "series": region.price_series,
        "initiative": region.initiative,
    }


def area_titles(region):
    """The names of the areas of a region."""
    return [area_title(code, region.initiative) for code in region.area_codes]


def tidy_region(*, areas, start, end, base, code, title, initiative=None):
    """The areas summed into one, and the base as it is: a frame in the tidy layout.

    A table of the summed area equals that of its areas: cells are summed by where they are
    published, so that the matched ones stay matched. Raises Problem.
    """
    years = (start, end)
    cells = cells_of(tuple(sorted(areas)), years, initiative, LEVELS)
    local = sums.as_one_area(cells, years, code, bridge.touched(start, end))
    there = cells_of((base,), years, initiative, LEVELS)
    parts = [
        with_origin(local, areas, years, title, initiative),
        with_origin(there, [base], years, area_title(base, initiative), initiative),
    ]
    return pd.concat(parts, ignore_index=True)


def with_origin(cells, areas, years, title, initiative):
    """The cells with their area's title, their note and, on the row of the total, their files."""
    found = cells.assign(area_title=title, note="", source="")
    for year in years:
        used = sources_of(areas, [year], initiative)
        of_year = found.year == year
        found.loc[of_year, "note"] = "; ".join(dict.fromkeys(s.note for s in used if s.note))
        files = "; ".join(f"{source.file_name} sha256 {source.sha256}" for source in used)
        found.loc[of_year & (found.level == "total"), "source"] = files
    return found
