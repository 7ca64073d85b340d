"""What tables of areas and years are made of: sums by industry out of the current cells."""

import functools
from dataclasses import dataclass, replace

import pandas as pd

from analytics import warehouse
from analytics.indicators import naics, revisions
from analytics.queries.cells import held_by
from analytics.queries.estimates import ESTIMATED, filled, surroundings
from analytics.queries.prices import NOMINAL, REAL, price_series
from analytics.sources import bridge, industries, ownerships
from core.problems import Problem

TOTAL = "0"  # all covered employment
LEVELS = ("total", "naics4")
BRIDGED, PUBLISHED = VINTAGES = ("bridged", "published")


@dataclass(frozen=True)
class Held:
    """What tables are made of: sums by industry, the region's industries, totals, the span.

    `sums` has a row for each industry of the region or the base, see `naics.facts`. Do not write
    into it. `vintage` is one of VINTAGES.
    """

    sums: pd.DataFrame
    present: list
    totals: naics.Totals
    span: naics.Span
    vintage: str


def read(
    areas,
    start,
    end,
    base,
    initiative=None,
    *,
    series="",
    ownership=ownerships.COVERED,
    wages=REAL,
    vintage=BRIDGED,
    cells=PUBLISHED,
):
    """What the tables of these areas and years are made of now: a Held.

    `series` is the id of a price index, '' for the one nearest to the areas. `ownership` are the
    codes whose cells count; the totals under the quotients are of all covered employment whatever
    it is, as BLS takes them. `wages` says whether the start year's are put into dollars of the end
    year. The vintage `bridged` puts the start on the NAICS codes of the end year; `published`
    leaves every code as it was published. Of `cells` that are suppressed in the areas (never those
    of the base) `estimated` takes estimates. Raises Problem `no_data`, `no_price_index`,
    `no_price_series` or `years_reversed`.
    """
    if start >= end:
        raise Problem("years_reversed", start=start, end=end)
    areas = tuple(sorted(set(areas)))
    years = (start, end)
    places = held_by(areas, years, initiative), held_by([base], years, initiative)
    dollar = 1.0 if wages == NOMINAL else price_series(areas, years, series).ratio(*years)
    nearby = (surroundings(areas, year, initiative) for year in years)
    estimated = tuple(zip(years, nearby, strict=True)) if cells == ESTIMATED else ()
    held = summed(areas, base, years, *places, tuple(ownership), vintage, estimated)
    return replace(held, span=replace(held.span, dollar=dollar))


@functools.lru_cache(maxsize=32)
def summed(areas, base, years, here, there, ownership, vintage, estimated=()):
    """What stands in the files at `here` and `there`; they never change, so it is kept.

    `estimated` are the years and surroundings of which estimates are taken; see `filled`.
    """
    local, of_base = warehouse.cells(here, LEVELS), warehouse.cells(there, LEVELS)
    if estimated:
        local = filled(local, estimated)
    totals = naics.Totals(
        *(total(local, areas, year) for year in years),
        *(total(of_base, [base], year) for year in years),
    )
    span = naics.Span(*years, dollar=1.0)
    local, of_base = (industry_cells(cells, ownership, span, vintage) for cells in (local, of_base))
    present = sorted(local.industry.unique())
    codes = sorted({*present, *of_base.industry})
    facts = naics.facts(local, of_base, span, phrases_of(codes, span, vintage))
    return Held(facts, present, totals, span, vintage)


def industry_cells(cells, ownership, span, vintage):
    """The 4-digit cells; unless as published, those of the start on the codes of the end."""
    held = cells[(cells.level == "naics4") & cells.ownership.isin(ownership)]
    links = () if vintage == PUBLISHED else bridge.links(span.start, span.end)
    start = held.year == span.start
    return pd.concat(
        [
            revisions.carried(held[start], revisions.links_frame(links)),
            revisions.carried(held[~start], revisions.links_frame(())),
        ],
        ignore_index=True,
    )


def total(cells, areas, year):
    """All covered employment of the areas in a year; not a number if one does not publish it."""
    totals = cells[(cells.level == "total") & (cells.ownership == TOTAL) & (cells.year == year)]
    complete = set(totals.area) == set(areas) and totals.cells_suppressed.eq(0).all()
    return float(totals.employment.sum()) if complete else float("nan")


def comparabilities(codes, held):
    """A series by code: whether it can be compared, before a look at what weights allocated."""
    return phrases_of(codes, held.span, held.vintage)


def phrases_of(codes, span, vintage):
    judge = industries if vintage == PUBLISHED else bridge
    phrases = [judge.comparability(code, span.start, span.end) for code in codes]
    return pd.Series(phrases, index=codes, dtype=object)
