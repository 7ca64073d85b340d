"""The consumer price index, from the cpi package: CPI-U, US city average, all items.

Series CUUR0000SA0, annual average, not seasonally adjusted, 1982-84 = 100.
"""

import functools
import logging
import warnings

from core.problems import Problem

SERIES = "CUUR0000SA0"
TITLE = "CPI-U, US city average"


@functools.cache
def annual_indexes():
    """{year: index} of every year there is."""
    # The package says on import, twice, that its last year is over. A missing year is told below.
    logging.getLogger("cpi").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="CPI data is out of date")
        import cpi
    series = cpi.series.get(seasonally_adjusted=False, area="U.S. city average", items="All items")
    return {
        index.date.year: index.value for index in series.indexes if index.period.type == "annual"
    }


def index(year):
    """The index of a year. Raises Problem `no_price_index` for a year that has none."""
    known = annual_indexes()
    if year not in known:
        raise Problem("no_price_index", year=year, first=min(known), last=max(known))
    return known[year]


def ratio(start, end):
    """What one dollar of the start year is worth in dollars of the end year."""
    return index(end) / index(start)
