"""Yearly series of a region and of its base."""

from dataclasses import dataclass

import pandas as pd

from analytics import warehouse
from analytics.indicators import revisions
from analytics.indicators import series as formulas
from analytics.models import Status
from analytics.queries.cells import LEVELS, lacking, place_of, quarters_of, slices_of
from analytics.queries.held import TOTAL, total
from analytics.queries.prices import price_series
from analytics.queries.provenance import codes_behind, sources_among
from analytics.sources import bridge, industries, ownerships
from analytics.sources.written import TOTAL_CODE

ALL = "all"  # all covered employment, instead of one industry


@dataclass(frozen=True)
class Series:
    """`here` and `base` are frames of `indicators.series.COLUMNS`, a row for each year of the
    region's span; `held` says of which years there is data: {year: (of the region, of the base)},
    `sources` which data sets the figures come from: a list of Source. `estimated` says in which
    years they rest on an estimate of a source: {year: (of the region, of the base)}.
    """

    code: str
    title: str
    here: pd.DataFrame
    base: pd.DataFrame
    held: dict
    sources: list
    estimated: dict


def yearly_series(region, code):
    """The Series of an industry, on the codes of the region's last year, or of `ALL`.

    A year that nobody imported has no figures. Raises Problem `no_price_index`.
    """
    years = range(region.start_year, region.end_year + 1)
    areas = region.area_codes
    slices = slices_of({*areas, region.base}, years, region.initiative)
    here, base = (years_held(places, years, slices) for places in (areas, [region.base]))
    local = industry_rows(cells_at(areas, here, slices), code, region.end_year)
    of_base = industry_rows(cells_at([region.base], base, slices), code, region.end_year)
    totals = {
        year: (
            covered(areas, year, here, slices),
            covered([region.base], year, base, slices),
        )
        for year in years
    }
    prices = dollars(region, years)
    jobs = of_base.groupby("year").employment.sum(min_count=1).to_dict()
    own = {year: (there, there) for year, (_here, there) in totals.items()}
    sources = sources_behind(code, slices, [(areas, here), ([region.base], base)], years)
    return Series(
        code,
        industries.title(code, region.start_year, region.end_year),
        formulas.yearly(local, totals, jobs, prices),
        formulas.yearly(of_base, own, jobs, prices),
        {year: (year in here, year in base) for year in years},
        sources,
        {
            year: (rests_on(sources, year, areas), rests_on(sources, year, [region.base]))
            for year in years
        },
    )


def sources_behind(code, slices, held, years):
    """The data sets that the figures come from, those of the totals with them: a list of Source.

    `held` are pairs of areas and the years that are held of them.
    """
    codes = {TOTAL_CODE}
    if code != ALL:
        codes |= {each for year in years for each in codes_behind(code, (year, max(years)))}
    places = {
        place_of(one)
        for one in slices
        if any(one.area in areas and one.year in known for areas, known in held)
    }
    if not places:
        return []
    current = warehouse.origins(tuple(sorted(places)), LEVELS, tuple(sorted(codes)))
    return sources_among(slices, current)


def rests_on(sources, year, areas):
    """Whether a source of these areas in the year is an estimate."""
    return any(
        source.year == year and source.status == Status.ESTIMATE and set(areas) & set(source.areas)
        for source in sources
    )


def years_held(areas, years, slices):
    """The years of which all of the areas are held, whole or in four quarters: a set."""
    found = set()
    for year in years:
        own = [held for held in slices if held.year == year and held.area in areas]
        if not lacking(quarters_of(areas, own)):
            found.add(year)
    return found


def cells_at(areas, years, slices):
    """The current cells of areas in the years that are held; an empty frame without any."""
    places = {place_of(held) for held in slices if held.year in years and held.area in areas}
    if not places:
        return pd.DataFrame(columns=warehouse.CELLS)
    return warehouse.cells(tuple(sorted(places)), LEVELS)


def covered(areas, year, years, slices):
    """All covered jobs of the areas in a year; not a number where they are not known."""
    return total(cells_at(areas, years, slices), areas, year) if year in years else float("nan")


def industry_rows(cells, code, end):
    """The rows of one industry on the codes of the end year, or those of the total."""
    if code == ALL:
        rows = cells[(cells.level == "total") & (cells.ownership == TOTAL)]
        return rows.assign(old=rows.industry, allocated=0.0)
    held = cells[(cells.level == "naics4") & cells.ownership.isin(ownerships.COVERED)]
    carried = [
        revisions.carried(of_year, revisions.links_frame(bridge.links(int(year), end)))
        for year, of_year in held.groupby("year")
    ]
    rows = pd.concat(carried) if carried else held.assign(old=held.industry, allocated=0.0)
    return rows[rows.industry == code]


def dollars(region, years):
    """{year: what its dollar is worth in the dollars of the last year} where there is an index."""
    span = (region.start_year, region.end_year)
    index = price_series(region.area_codes, span, region.price_series)
    return {year: index.ratio(year, span[1]) for year in years if year in index.indexes}
