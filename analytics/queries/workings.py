"""A NAICS table together with all that it was computed from."""

from dataclasses import dataclass

import pandas as pd

from analytics.indicators import naics, pay
from analytics.queries.cells import area_title, cells_of
from analytics.queries.held import TOTAL, read
from analytics.queries.prices import NOMINAL, REAL, price_series
from analytics.queries.provenance import sources_of
from analytics.queries.regions import scope
from analytics.queries.tables import rows_of
from analytics.sources import ownerships, prices


@dataclass(frozen=True)
class Workings:
    """A table, the sums behind it and what is to be said of it.

    `table` has the columns of `naics.COLUMNS`, `sums` a row of `naics.facts` for each of its rows,
    `ends` one of `intervals.ends`, of numbers only where estimates are in the row.
    `areas` and `base` are names, `sources` a list of Source, `prices` the price
    index, None where pay is nominal; `pay` is that of all covered jobs in the end year, in dollars.
    """

    table: pd.DataFrame
    sums: pd.DataFrame
    ends: pd.DataFrame
    totals: naics.Totals
    span: naics.Span
    areas: list
    base: str
    sources: list
    ownership: tuple
    wages: str
    prices: prices.Series | None
    vintage: str
    pay: float


def workings(region, **choices):
    """The table of a region and what it was computed from: a Workings; see `workings_of`."""
    return workings_of(**scope(region), **choices)


def workings_of(areas, start, end, base, initiative=None, **choices):
    """A Workings. The arguments are those of `held.read`. Raises Problem."""
    # Asked first, because it names all places that have no data, areas and base together.
    sources = sources_of([*areas, base], (start, end), initiative)
    held = read(areas, start, end, base, initiative, **choices)
    return put_together(held, sources, areas, base, initiative, **choices)


def put_together(
    held,
    sources,
    areas,
    base,
    initiative=None,
    *,
    series="",
    ownership=ownerships.COVERED,
    wages=REAL,
    **_choices,
):
    """The Workings of a Held and its sources; `choices` as they were asked."""
    years = (held.span.start, held.span.end)
    return Workings(
        table=rows_of(held.present, held)[naics.COLUMNS],
        sums=held.sums.reindex(held.present),
        ends=held.ends.reindex(held.present),
        totals=held.totals,
        span=held.span,
        areas=[area_title(code, initiative) for code in areas],
        base=area_title(base, initiative),
        sources=sources,
        ownership=tuple(ownership),
        wages=wages,
        pay=average_pay(areas, years[1], initiative),
        prices=None if wages == NOMINAL else price_series(areas, years, series),
        vintage=held.vintage,
    )


def average_pay(areas, year, initiative):
    """Pay over jobs of the areas' published totals of covered employment, in dollars."""
    cells = cells_of(tuple(areas), (year,), initiative, ("total",))
    covered = cells[(cells.ownership == TOTAL) & (cells.cells_suppressed == 0)]
    return float(pay.average(covered.wages.sum(), covered.employment.sum()))
