"""Consumer prices by area: CPI-U, all items, not seasonally adjusted, annual averages of BLS.

The indexes are the `cpi` package's (1982-84 = 100, in most areas). A series carries the code of
its area, for example CUUR0200SA0 for the Midwest. Where BLS publishes an area every half year, its
annual average stands in the twin series that begins CUUS; both give the same where both have one.
"""

import contextlib
import csv
import functools
import sqlite3
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from django.utils.translation import gettext as _

from analytics.sources.industries import REFERENCE
from core.problems import Problem

NATION = "0000"
REGIONS = ("0100", "0200", "0300", "0400")  # Northeast, Midwest, South, West

INDEXES = """
    SELECT DISTINCT substr(series.id, 5, 4), areas.name, indexes.year, indexes.value
    FROM indexes JOIN series ON series.id = indexes.series JOIN areas ON areas.code = series.area
    WHERE series.items = 'SA0' AND NOT series.seasonally_adjusted AND series.id LIKE 'CU%'
        AND indexes.period IN ('M13', 'S03')
    ORDER BY 1, 3
"""


@dataclass(frozen=True)
class Series:
    """The price index of one area; `indexes` is {year: annual average}."""

    id: str
    area: str
    indexes: dict = field(compare=False)

    @property
    def title(self):
        """For example: CPI-U, Midwest (CUUR0200SA0)."""
        return _("CPI-U, %(area)s (%(series)s)") % {"area": self.area, "series": self.id}

    def covers(self, years):
        return all(year in self.indexes for year in years)

    def index(self, year):
        """The index of a year. Raises Problem `no_price_index`, which says the years there are."""
        if year not in self.indexes:
            raise Problem("no_price_index", year=year, series=self.title, years=spans(self.indexes))
        return self.indexes[year]

    def ratio(self, start, end):
        """What one dollar of the start year is worth in dollars of the end year."""
        return self.index(end) / self.index(start)


@functools.cache
def all_series():
    """{id: Series} of every area: the nation, regions, divisions, size classes, cities."""
    # The package's file is read without importing it: that would load more and
    # say twice that its last year is over. A missing year is told where it is asked for.
    path = Path(find_spec("cpi").origin).with_name("cpi.db")
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        rows = database.execute(INDEXES).fetchall()
    found = {}
    for code, area, year, value in rows:
        one = found.setdefault(series_id(code), Series(series_id(code), area, {}))
        one.indexes[year] = value
    return found


def series_id(area):
    return f"CUUR{area}SA0"


def series(chosen):
    """The Series of an id. Raises Problem `no_price_series`."""
    found = all_series().get(chosen)
    if found is None:
        raise Problem("no_price_series", series=chosen, example=series_id(NATION))
    return found


def series_for(areas, years):
    """The Series for places as one region: their city's, else their Census region's, else the US.

    `areas` are area codes. The city's counts where all of them lie in it, the region's likewise; a
    series that lacks one of the years gives way to the wider one.
    """
    cities = {price_area(code) for code in areas}
    regions = {region_of(code) for code in areas}
    for held in (cities, regions):
        code = held.pop() if len(held) == 1 else None
        if code and all_series()[series_id(code)].covers(years):
            return all_series()[series_id(code)]
    return all_series()[series_id(NATION)]


@functools.cache
def price_areas():
    """{county, metropolitan area or FIPS code of a state: code of its CPI area}"""
    with (REFERENCE / "price_areas.csv").open(newline="", encoding="utf-8") as file:
        return {row["area"]: row["price_area"] for row in csv.DictReader(file)}


def price_area(code):
    """The CPI area of an area code: a city's or a region's; None for one that has neither."""
    return price_areas().get(code) or price_areas().get(state_of(code))


def region_of(code):
    """The CPI area of an area code's Census region; None where it is in none, or in two."""
    found = price_areas().get(state_of(code)) or price_areas().get(code)
    # The second sign of a city's code is its region: S49C, Riverside, is in the West.
    return found if found in REGIONS or found is None else f"0{found[1]}00"


def state_of(code):
    """The FIPS code of a county's or state's state; '' for other areas."""
    return code[:2] if len(code) == 5 and code.isdigit() else ""


def spans(years):
    """Years in words, those that follow one another as one span: 1964-1986, 2018-2025."""
    found = []
    for year in sorted(years):
        if found and year == found[-1][1] + 1:
            found[-1][1] = year
        else:
            found.append([year, year])
    return ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in found)
