"""Yearly series of a region and of its base, of the ownerships that are asked for."""

from dataclasses import dataclass

import pandas as pd

from analytics import warehouse
from analytics.indicators import revisions
from analytics.indicators import series as formulas
from analytics.models import Status
from analytics.queries.cells import LEVELS, lacking, place_of, quarters_of, slices_of
from analytics.queries.held import TOTAL, total
from analytics.queries.prices import price_series
from analytics.queries.provenance import KEY, codes_behind, sources_among
from analytics.sources import bridge, industries, ownerships
from analytics.sources.written import TOTAL_CODE

ALL = "all"  # all industries together, instead of one

SERIES_LEVELS = (*LEVELS, "ownership")


@dataclass(frozen=True)
class Series:
    """`here` and `base` are frames of `indicators.series.COLUMNS`, a row for each year of the
    region's span; `ownership` are the codes whose cells count in them; `held` says of which years
    there is data: {year: (of the region, of the base)}, `sources` which data sets the figures come
    from: a list of Source. `estimated` says in which years they rest on an estimate of a source:
    {year: (of the region, of the base)}.
    """

    code: str
    title: str
    ownership: tuple
    here: pd.DataFrame
    base: pd.DataFrame
    held: dict
    sources: list
    estimated: dict


def yearly_series(region, code, ownership=ownerships.COVERED):
    """The Series of an industry, on the codes of the region's last year, or of `ALL`.

    `ownership` are the codes whose cells count; the totals under the quotients are of all covered
    employment whatever it is, as BLS takes them. A year that nobody imported has no figures. Raises
    Problem `no_price_index`.
    """
    years = range(region.start_year, region.end_year + 1)
    areas = region.area_codes
    slices = slices_of({*areas, region.base}, years, region.initiative)
    here, base = (years_held(places, years, slices) for places in (areas, [region.base]))
    local, of_base = (
        rows_of(cells_at(places, held, slices), code, ownership, region.end_year)
        for places, held in ((areas, here), ([region.base], base))
    )
    totals = {
        year: (
            covered(areas, year, here, slices),
            covered([region.base], year, base, slices),
        )
        for year in years
    }
    prices = dollars(region, years)
    own = {year: (there, there) for year, (_here, there) in totals.items()}
    known = [(areas, here), ([region.base], base)]
    sources = sources_behind(code, ownership, slices, known, years)
    return Series(
        code,
        industries.title(code, region.start_year, region.end_year),
        tuple(ownership),
        formulas.yearly(local, totals, of_base, prices),
        formulas.yearly(of_base, own, of_base, prices),
        {year: (year in here, year in base) for year in years},
        sources,
        {
            year: (rests_on(sources, year, areas), rests_on(sources, year, [region.base]))
            for year in years
        },
    )


def sources_behind(code, ownership, slices, held, years):
    """The data sets that the figures come from, those of the totals with them: a list of Source.

    `held` are pairs of areas and the years that are held of them.
    """
    codes = {each for year in years for each in codes_behind(code, (year, max(years)))}
    if code == ALL:
        codes = set() if ownership == ownerships.COVERED else {TOTAL_CODE}
    counted = {(TOTAL, TOTAL_CODE)} | {(owner, each) for owner in ownership for each in codes}
    places = {
        place_of(one)
        for one in slices
        if any(one.area in areas and one.year in known for areas, known in held)
    }
    if not places:
        return []
    named = tuple(sorted({TOTAL_CODE, *codes}))
    cells = warehouse.origins(tuple(sorted(places)), SERIES_LEVELS, named, KEY)
    return sources_among(slices, {cell[:3] for cell in cells if cell[3:] in counted})


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
    return warehouse.cells(tuple(sorted(places)), SERIES_LEVELS)


def covered(areas, year, years, slices):
    """All covered jobs of the areas in a year; not a number where they are not known."""
    return total(cells_at(areas, years, slices), areas, year) if year in years else float("nan")


def rows_of(cells, code, ownership, end):
    """The rows that a series sums: of one industry on the codes of the end year, or of all."""
    if code != ALL:
        return industry_rows(cells, code, ownership, end)
    if ownership == ownerships.COVERED:
        rows = cells[(cells.level == "total") & (cells.ownership == TOTAL)]
    else:
        rows = totals_by_ownership(cells, ownership)
    return rows.assign(old=rows.industry, allocated=0.0)


def totals_by_ownership(cells, ownership):
    """The published totals of ownerships over all industries.

    One that has industries in an area and no total there is not known, which is not zero: it
    counts as undisclosed.
    """
    place = ["area", "year", "ownership"]
    own = cells[cells.ownership.isin(ownership)]
    totals = own[(own.level == "ownership") & (own.industry == TOTAL_CODE)]
    parts = own[own.level == "naics4"].drop_duplicates(place)
    given = pd.MultiIndex.from_frame(parts[place]).isin(pd.MultiIndex.from_frame(totals[place]))
    unknown = {"employment": float("nan"), "wages": float("nan"), "cells_published": 0}
    lacking = parts[~given].assign(industry=TOTAL_CODE, cells_suppressed=1, **unknown)
    return pd.concat([totals, lacking], ignore_index=True)


def industry_rows(cells, code, ownership, end):
    """The rows of one industry on the codes of the end year."""
    held = cells[(cells.level == "naics4") & cells.ownership.isin(ownership)]
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
