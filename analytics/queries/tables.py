"""The NAICS table, and the totals of several industries."""

import functools
from dataclasses import dataclass

import pandas as pd

from analytics import warehouse
from analytics.indicators import growth, naics
from analytics.queries.cells import held_by
from analytics.queries.regions import scope
from analytics.sources import industries, prices
from core.problems import Problem

OWNERSHIPS = ("1", "2", "3", "5")  # federal, state, local, private; no total exists at 4 digits
COVERED = "0"  # all covered employment


@dataclass(frozen=True)
class Held:
    """What tables are made of: sums by industry, the region's industries, totals, the years.

    `sums` has a row for each industry of the region or the base, see `naics.facts`. Do not write
    into it.
    """

    sums: pd.DataFrame
    present: list
    totals: naics.Totals
    span: naics.Span


def naics_table(region):
    """The NAICS table of a region: see `table_of`."""
    return table_of(**scope(region))


def table_of(areas, start, end, base, initiative=None):
    """One row for each 4-digit industry of the areas, sorted by code.

    The columns are `analytics.indicators.naics.COLUMNS`: employment in jobs, growth and
    wage_change as fractions, wages in dollars of the end year. A value that is not known is not
    a number. Unclassified establishments (9999) are an industry of their own, as in the source.
    Raises Problem `no_data`, `no_price_index` or `years_reversed`.
    """
    held = read(areas, start, end, base, initiative)
    return rows_of(held.present, held)[naics.COLUMNS]


def rows_of(codes, held):
    """The indicators of each industry, with its code, title and comparability."""
    rows = naics.indicators(held.sums.reindex(codes), held.totals, held.span)
    rows["naics"] = codes
    rows["title"] = [industries.title(code, held.span.start, held.span.end) for code in codes]
    rows["comparability"] = comparabilities(codes, held.span)
    return rows.reset_index(drop=True)


def industry_totals(region, codes):
    """The total of several industries as one: see `industry_groups`. Returns a dict."""
    _rows, totals = industry_groups(region, [codes])
    return totals[0]


def industry_groups(region, groups):
    """Groups of 4-digit codes from one reading of the data: (rows, totals).

    `rows` is a frame with the columns of the NAICS table, sorted by code: one row for each
    industry of any group, also for one that the region does not have. `totals` holds for each
    group a dict of the same columns from sums over its cells: quotients and wages come from sums,
    growth and changes from the matched cells of industries whose codes can be compared; the
    others are named in `not_comparable`. Also named are `not_matched` (comparable and in the
    region, but no cell published in both years) and `no_quotient` (in the region in the last
    year, but outside the quotient). Both carry `lq_change_relative`, a fraction. Raises Problem.
    """
    held = read(**scope(region))
    groups = [sorted(set(group)) for group in groups]
    sums = [held.sums.reindex(group) for group in groups]
    total = pd.concat([held.sums.head(0), *map(naics.total_of, sums)])
    totals = naics.indicators(total, held.totals, held.span).to_dict("records")
    return rows_of(sorted(set().union(*groups)), held), [
        total | remarks(sums_of_group, held.span)
        for total, sums_of_group in zip(totals, sums, strict=True)
    ]


def remarks(sums, span):
    """What the total of a group leaves out, by code."""
    comparable = comparabilities(sums.index, span) == naics.COMPARABLE
    present = sums.undisclosed_start.notna() | sums.undisclosed_end.notna()
    at_end = sums.employment_end.notna() | sums.undisclosed_end.gt(0)
    no_quotient = sums.quotient_end.isna() | sums.base_quotient_end.isna()
    return {
        "naics": " ".join(sums.index),
        "title": "",
        "comparability": naics.COMPARABLE if comparable.all() else "not comparable in part",
        "not_comparable": list(sums.index[~comparable]),
        "not_matched": list(sums.index[present & comparable & sums.matched_start.isna()]),
        "no_quotient": list(sums.index[at_end & no_quotient]),
    }


def covered_growth(region):
    """Average annual growth of all covered employment of the region, as a fraction."""
    held = read(**scope(region))
    years = held.span.end - held.span.start
    return float(growth.annual(held.totals.start, held.totals.end, years))


def industry_titles():
    """{code: title} of the 4-digit industries of every revision of NAICS, newest titles."""
    return industries.titles()


def comparabilities(codes, span):
    """A series by code: whether the code means the same in both years."""
    return pd.Series(
        [industries.comparability(code, span.start, span.end) for code in codes],
        index=codes,
        dtype=object,
    )


def read(areas, start, end, base, initiative=None):
    """What the tables of these areas and years are made of now. Raises Problem."""
    if start >= end:
        raise Problem("years_reversed", start=start, end=end)
    areas = tuple(sorted(set(areas)))
    years = (start, end)
    return summed(
        areas, base, years, held_by(areas, years, initiative), held_by([base], years, initiative)
    )


@functools.lru_cache(maxsize=32)
def summed(areas, base, years, here, there):
    """What stands in the files at `here` and `there`; they never change, so it is kept."""
    levels = ("total", "naics4")
    local, of_base = warehouse.cells(here, levels), warehouse.cells(there, levels)
    totals = naics.Totals(
        *(total(local, areas, year) for year in years),
        *(total(of_base, [base], year) for year in years),
    )
    span = naics.Span(*years, prices.ratio(*years))
    local, of_base = industry_cells(local), industry_cells(of_base)
    present = sorted(local.industry.unique())
    codes = sorted({*present, *of_base.industry})
    return Held(
        naics.facts(local, of_base, span, comparabilities(codes, span)), present, totals, span
    )


def industry_cells(cells):
    return cells[(cells.level == "naics4") & cells.ownership.isin(OWNERSHIPS)]


def total(cells, areas, year):
    """All covered employment of the areas in a year; not a number if one does not publish it."""
    totals = cells[(cells.level == "total") & (cells.ownership == COVERED) & (cells.year == year)]
    complete = set(totals.area) == set(areas) and totals.cells_suppressed.eq(0).all()
    return float(totals.employment.sum()) if complete else float("nan")
