"""A NAICS table together with all that it was computed from."""

from dataclasses import dataclass

import pandas as pd

from analytics.indicators import naics
from analytics.queries.cells import area_title
from analytics.queries.provenance import sources_of
from analytics.queries.regions import scope
from analytics.queries.tables import NOMINAL, REAL, price_series, read, rows_of
from analytics.sources import ownerships, prices


@dataclass(frozen=True)
class Workings:
    """A table, the sums behind it and what is to be said of it.

    `table` has the columns of `naics.COLUMNS`, `sums` a row of `naics.facts` for each of its rows.
    `areas` and `base` are names, `sources` a list of Source, `prices` the price
    index, None where pay is nominal.
    """

    table: pd.DataFrame
    sums: pd.DataFrame
    totals: naics.Totals
    span: naics.Span
    areas: list
    base: str
    sources: list
    ownership: tuple
    wages: str
    prices: prices.Series | None
    vintage: str


def workings(region, **choices):
    """The table of a region and what it was computed from: a Workings; see `workings_of`."""
    return workings_of(**scope(region), **choices)


def workings_of(
    areas,
    start,
    end,
    base,
    initiative=None,
    *,
    series="",
    ownership=ownerships.COVERED,
    wages=REAL,
    **choices,
):
    """A Workings. The arguments are those of `tables.read`. Raises Problem."""
    asked = {"series": series, "ownership": ownership, "wages": wages, **choices}
    held = read(areas, start, end, base, initiative, **asked)
    years = (start, end)
    return Workings(
        table=rows_of(held.present, held)[naics.COLUMNS],
        sums=held.sums.reindex(held.present),
        totals=held.totals,
        span=held.span,
        areas=[area_title(code, initiative) for code in areas],
        base=area_title(base, initiative),
        sources=sources_of([*areas, base], years, initiative),
        ownership=tuple(ownership),
        wages=wages,
        prices=None if wages == NOMINAL else price_series(areas, years, series),
        vintage=held.vintage,
    )
