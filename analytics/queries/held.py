"""What tables of areas and years are made of: sums by industry out of the current cells."""

import functools
from dataclasses import dataclass, replace

import pandas as pd

from analytics import warehouse
from analytics.indicators import intervals, naics, revisions
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

    `sums` has a row for each industry of the region or the base, see `naics.facts`, and `ends` one
    for each with estimates in it, see `intervals.ends`. Do not write into them. `vintage` is one
    of VINTAGES.
    """

    sums: pd.DataFrame
    present: list
    totals: naics.Totals
    span: naics.Span
    vintage: str
    ends: pd.DataFrame


@dataclass(frozen=True)
class Asked:
    """What is asked of which files: the places `here` of the areas, those `there` of the base.

    `estimated` are the years and surroundings of which estimates are taken; see `filled`. As files
    never change, what is asked twice has the same answer.
    """

    areas: tuple
    base: str
    years: tuple
    here: tuple
    there: tuple
    ownership: tuple
    vintage: str
    estimated: tuple


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
    choices = {"ownership": ownership, "vintage": vintage, "cells": cells}
    asked = asked_of(areas, (start, end), base, initiative, **choices)
    return in_dollars(summed(asked), areas, series, wages)


def in_dollars(held, areas, series, wages):
    """The Held with pay in dollars of the end year, or of each year where wages are nominal."""
    years = held.span.start, held.span.end
    dollar = 1.0 if wages == NOMINAL else price_series(areas, years, series).ratio(*years)
    return replace(held, span=replace(held.span, dollar=dollar))


def asked_of(areas, years, base, initiative, *, ownership, vintage, cells):
    """What is asked of which files: an Asked. Raises Problem `no_data` or `years_reversed`."""
    if years[0] >= years[1]:
        raise Problem("years_reversed", start=years[0], end=years[1])
    areas = tuple(sorted(set(areas)))
    here, there = held_by(areas, years, initiative), held_by([base], years, initiative)
    nearby = (surroundings(areas, year, initiative) for year in years)
    estimated = tuple(zip(years, nearby, strict=True)) if cells == ESTIMATED else ()
    return Asked(areas, base, years, here, there, tuple(ownership), vintage, estimated)


@functools.lru_cache(maxsize=32)
def summed(asked):
    """The Held of all industries, in dollars of each year; kept, as files never change."""
    return held_of(*cells_behind(asked), asked)


def cells_behind(asked):
    """The cells of the areas, with estimates where they are asked for, and those of the base."""
    local, of_base = warehouse.cells(asked.here, LEVELS), warehouse.cells(asked.there, LEVELS)
    return (filled(local, asked.estimated) if asked.estimated else local), of_base


def held_of(local, of_base, asked):
    """The Held of the industries among some cells, and of nothing else; so are its totals."""
    totals = naics.Totals(
        *(total(local, asked.areas, year) for year in asked.years),
        *(total(of_base, [asked.base], year) for year in asked.years),
    )
    span = naics.Span(*asked.years, dollar=1.0)
    kinds = asked.ownership, span, asked.vintage
    own, others = industry_cells(local, *kinds), industry_cells(of_base, *kinds)
    present = sorted(own.industry.unique())
    codes = sorted({*present, *others.industry})
    facts = naics.facts(own, others, span, phrases_of(codes, span, asked.vintage))
    ends = pd.DataFrame(index=facts.index[:0])
    if asked.estimated:
        low, high = (
            industry_cells(local.assign(employment=local[end]), *kinds) for end in ("low", "high")
        )
        ends = intervals.ends(low, high, facts, totals, span)
    return Held(facts, present, totals, span, asked.vintage, ends)


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
