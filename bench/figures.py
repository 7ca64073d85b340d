"""What the product computes, as the bench asks for it. Import it after `work.set_up`."""

import statistics
import time

from analytics import warehouse
from analytics.indicators import naics
from analytics.queries import estimates as estimated
from analytics.queries import held, tables
from analytics.queries.areas import indicators_by_area
from analytics.queries.cells import held_by
from analytics.sources import areas as area_names
from analytics.sources import ownerships
from bench import nation
from bench.measure import measured, medians

BASE = area_names.NATION


def forget():
    """Nothing that an earlier table left in memory helps the next one."""
    for kept in (held.summed, warehouse.cells, warehouse.origins, estimated.estimates_of):
        kept.cache_clear()


def table(areas, start, end):
    forget()
    return tables.table_of(areas=areas, base=BASE, start=start, end=end, initiative=None)


def seconds_of_table(areas, start, rounds):
    """Median seconds of processors for the NAICS table of two years in a row."""
    runs = [measured(lambda: table(areas, start, start + 1))[1] for _round in range(rounds)]
    return medians(runs)["cpu"]


def by_industries(areas, start, end, rounds):
    """[(number of industries, seconds)] of facts and indicators, without reading the cells."""
    read, years = held.read(areas, start, end, BASE), (start, end)
    kinds = ownerships.COVERED, read.span, held.BRIDGED
    both = [
        held.industry_cells(warehouse.cells(held_by(places, years), held.LEVELS), *kinds)
        for places in (areas, [BASE])
    ]
    codes = sorted({*both[0].industry, *both[1].industry})
    found = []
    for share in (4, 2, 1):
        chosen = codes[::share]
        local, of_base = (cells[cells.industry.isin(chosen)] for cells in both)
        phrases = held.phrases_of(chosen, read.span, held.BRIDGED)
        times = []
        for _round in range(rounds):
            begin = time.perf_counter()
            facts = naics.facts(local, of_base, read.span, phrases)
            naics.indicators(facts, read.totals, read.span)
            times.append(time.perf_counter() - begin)
        found.append((len(chosen), statistics.median(times)))
    return found


def every_indicator(start, end, states):
    """All indicators of every industry in every county; returns how many rows there are."""
    return len(indicators_by_area(counties(states), start, end, BASE))


def counties(states):
    chosen = nation.states()[:states]
    return [code for code in nation.counties() if code[:2] in chosen]


def estimates(year, states):
    """Estimate every suppressed 4-digit cell of all counties; returns how many there were."""
    places = estimated.surroundings(counties(states), year)
    return int(estimated.estimates_of(places, year).estimate.notna().sum())
