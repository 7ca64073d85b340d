"""The NAICS table, and the totals of several industries."""

import functools
from dataclasses import dataclass, replace

import pandas as pd

from analytics import warehouse
from analytics.indicators import growth, naics, revisions
from analytics.queries.cells import held_by
from analytics.queries.estimates import ESTIMATED, filled, surroundings
from analytics.queries.regions import scope
from analytics.sources import bridge, industries, ownerships, prices
from core.problems import Problem

TOTAL = "0"  # all covered employment
REAL, NOMINAL = "real", "nominal"
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


def naics_table(region, **choices):
    """The NAICS table of a region; `choices` are the keyword arguments of `read` after it."""
    return table_of(**scope(region), **choices)


def table_of(*scope, **choices):
    """One row for each 4-digit industry of the areas, sorted by code. The arguments are `read`'s.

    The columns are `analytics.indicators.naics.COLUMNS`: employment in jobs, growth, wage_change
    and bridged_share as fractions, wages in dollars of the end year, or of each year where they
    are nominal. A value that is not known is not a number. Unclassified establishments (9999) are
    an industry of their own, as in the source. Raises Problem.
    """
    held = read(*scope, **choices)
    return rows_of(held.present, held)[naics.COLUMNS]


def rows_of(codes, held):
    """The indicators of each industry, with its code, title and comparability."""
    rows = naics.indicators(held.sums.reindex(codes), held.totals, held.span)
    rows["naics"] = codes
    rows["title"] = [industries.title(code, held.span.start, held.span.end) for code in codes]
    phrases = comparabilities(codes, held)
    rows["comparability"] = naics.verdicts(phrases, rows.bridged_share)
    rows["bridged_from"] = [" ".join(old) for old in origins(codes, held)]
    rows["bridged_share"] = rows.bridged_share.where(rows.bridged_from != "")
    return rows.reset_index(drop=True)


def origins(codes, held):
    """For each code the codes of the start year that feed it over the bridge: a list of lists."""
    if held.vintage == PUBLISHED:
        return [[] for _code in codes]
    span = held.span
    return [[link.old for link in bridge.origins(code, span.start, span.end)] for code in codes]


def industry_totals(region, codes):
    """The total of several industries as one: see `industry_groups`. Returns a dict."""
    _rows, totals = industry_groups(region, [codes])
    return totals[0]


def industry_groups(region, groups):
    """Groups of 4-digit codes from one reading of the data: (rows, totals).

    `rows` is a frame with the columns of the NAICS table, sorted by code: one row for each
    industry of any group, also for one that the region does not have. `totals` holds for each
    group a dict of the same columns from sums over its cells: quotients and wages come from sums,
    growth and changes from the matched cells of industries that can be compared, over the bridge
    where a revision touched them; the others are named in `not_comparable`. Also named are
    `not_matched` (comparable and in the region, but no cell published in both years) and
    `no_quotient` (in the region in the last year, but outside the quotient). Both carry
    `lq_change_relative`, a fraction. Raises Problem.
    """
    held = read(**scope(region))
    groups = [sorted(set(group)) for group in groups]
    sums = [held.sums.reindex(group) for group in groups]
    total = pd.concat([held.sums.head(0), *map(naics.total_of, sums)])
    totals = naics.indicators(total, held.totals, held.span).to_dict("records")
    return rows_of(sorted(set().union(*groups)), held), [
        total | remarks(sums_of_group, held)
        for total, sums_of_group in zip(totals, sums, strict=True)
    ]


def remarks(sums, held):
    """What the total of a group leaves out, by code."""
    phrases = naics.verdicts(comparabilities(sums.index, held), naics.allocated_share(sums))
    comparable = phrases.isin(naics.COMPARED)
    present = sums.undisclosed_start.notna() | sums.undisclosed_end.notna()
    at_end = sums.employment_end.notna() | sums.undisclosed_end.gt(0)
    no_quotient = sums.quotient_end.isna() | sums.base_quotient_end.isna()
    feeding = sorted(set().union(*origins(sums.index, held)))
    return {
        "naics": " ".join(sums.index),
        "title": "",
        "comparability": naics.COMPARABLE if comparable.all() else "not comparable in part",
        "bridged_from": " ".join(feeding),
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


def comparabilities(codes, held):
    """A series by code: whether it can be compared, before a look at what weights allocated."""
    return phrases_of(codes, held.span, held.vintage)


def phrases_of(codes, span, vintage):
    judge = industries if vintage == PUBLISHED else bridge
    phrases = [judge.comparability(code, span.start, span.end) for code in codes]
    return pd.Series(phrases, index=codes, dtype=object)


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


def price_series(areas, years, chosen=""):
    """The price index of some areas and years: the chosen one, else the nearest. Raises Problem."""
    return prices.series(chosen) if chosen else prices.series_for(areas, years)


def prices_of(region):
    """The price index that a region's pay is put into the dollars of one year by."""
    years = (region.start_year, region.end_year)
    return price_series(region.area_codes, years, region.price_series)


def price_choices():
    """[(id, title)] of every price index, as the package lists them: the nation first."""
    return [(one.id, one.title) for one in prices.all_series().values()]


@functools.lru_cache(maxsize=32)
def summed(areas, base, years, here, there, ownership, vintage, estimated=()):
    """What stands in the files at `here` and `there`; they never change, so it is kept.

    `estimated` are the years and surroundings of which estimates are taken; see `filled`.
    """
    levels = ("total", "naics4")
    local, of_base = warehouse.cells(here, levels), warehouse.cells(there, levels)
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
