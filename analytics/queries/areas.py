"""The indicators of many areas at once, each for itself."""

import pandas as pd

from analytics import warehouse
from analytics.indicators import naics
from analytics.queries.cells import held_by, slices_between
from analytics.queries.held import BRIDGED, LEVELS, TOTAL, industry_cells, phrases_of
from analytics.queries.prices import NOMINAL, REAL, price_series
from analytics.sources import ownerships
from analytics.sources.areas import is_county
from core.problems import Problem


def indicators_by_area(
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
):
    """The indicators of every 4-digit industry of each area: a frame by area and industry.

    The columns are those of `naics.indicators`, in its units; each area is compared with the base
    by itself, where the NAICS table sums its areas. The choices are those of `held.read`, of
    published cells; one price index holds for all areas. Raises Problem, as `held.read` does.
    """
    if start >= end:
        raise Problem("years_reversed", start=start, end=end)
    years, areas = (start, end), tuple(sorted(set(areas)))
    dollar = 1.0 if wages == NOMINAL else price_series(areas, years, series).ratio(*years)
    span = naics.Span(*years, dollar=dollar)
    local = warehouse.read_cells(held_by(areas, years, initiative), LEVELS)
    of_base = warehouse.read_cells(held_by([base], years, initiative), LEVELS)
    kinds = tuple(ownership), span, vintage
    cells = industry_cells(local, *kinds)
    rows = cells[["area", "industry"]].drop_duplicates().sort_values(["area", "industry"])
    phrases = phrases_of(rows.industry.unique(), span, vintage)
    comparability = rows.industry.map(phrases).set_axis(pd.MultiIndex.from_frame(rows))
    facts = naics.facts(cells, industry_cells(of_base, *kinds), span, comparability)
    here = [totals(local, year).reindex(rows.area).to_numpy() for year in years]
    there = [totals(of_base, year).get(base, float("nan")) for year in years]
    return naics.indicators(facts, naics.Totals(*here, *there), span)


def counties_held(years, initiative=None):
    """The codes of all counties of which every one of the years is held, sorted."""
    held = slices_between(min(years), max(years), initiative)
    by_year = [{each.area for each in held if each.year == year} for year in years]
    return sorted(code for code in set.intersection(*by_year) if is_county(code))


def totals(cells, year):
    """All covered employment of each area in a year, by area; not a number where undisclosed."""
    held = cells[(cells.level == "total") & (cells.ownership == TOTAL) & (cells.year == year)]
    return held.groupby("area").employment.sum(min_count=1)
