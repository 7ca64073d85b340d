"""What the figures of one industry are made from, cell by cell, and where each cell comes from."""

from dataclasses import dataclass, replace

import pandas as pd

from analytics import warehouse
from analytics.indicators import naics
from analytics.models import Dataset
from analytics.queries.cells import area_title, slices_of
from analytics.queries.held import (
    BRIDGED,
    LEVELS,
    PUBLISHED,
    TOTAL,
    asked_of,
    cells_behind,
    held_of,
    in_dollars,
    industry_cells,
)
from analytics.queries.prices import REAL
from analytics.queries.provenance import KEY, codes_behind, sources_among
from analytics.queries.regions import scope
from analytics.queries.workings import Workings, put_together
from analytics.sources import bridge, ownerships
from core.problems import Problem

CELL = ["area", "part", "ownership", "industry"]


@dataclass(frozen=True)
class Inputs:
    """The figures of one industry and all that they are made from.

    `workings` has the industry's row alone, made from these cells and nothing else. `here` and
    `base` are frames of 4-digit cells of the areas and of the base on the code of the row: the
    tidy columns, with in `old` the code as published, in `whole_employment` and `whole_wages` what
    the cell holds, in `weight` the share of it that counts here, in `matched` whether it counts in
    changes and in `sources` the positions of its data sets in `workings.sources`; where estimates
    are taken also the bounds and intervals of `estimates.filled`. `totals` is the like of the
    cells of all covered employment. `areas` and `base_area` are codes, `names` their names,
    `links` lead over the bridge to the code, `around` are the data sets that estimates are made
    from.
    """

    code: str
    workings: Workings
    areas: tuple
    base_area: str
    names: dict
    here: pd.DataFrame
    base: pd.DataFrame
    totals: pd.DataFrame
    links: list
    around: list


def inputs(region, code, **choices):
    """The Inputs of an industry of a region's table; `choices` are those of `held.read`."""
    return inputs_of(code, **scope(region), **choices)


def inputs_of(
    code,
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
    """The Inputs of an industry, the arguments after the code those of `held.read`.

    Raises Problem: those of `held.read`, and `industry_not_held` where no area has the industry.
    """
    years = start, end
    choices = {"ownership": ownership, "vintage": vintage, "cells": cells}
    asked = asked_of(areas, years, base, initiative, **choices)
    codes = {code} if vintage == PUBLISHED else codes_behind(code, years)
    found = [cells_of_codes(frame, codes) for frame in cells_behind(asked)]
    held = in_dollars(held_of(*found, asked), areas, series, wages)
    here, there = (on_code(code, frame, held, asked) for frame in found)
    if here.empty:
        raise Problem("industry_not_held", industry=code)
    totals = pd.concat([frame[frame.level == "total"] for frame in found])
    origins = traced(asked, {*codes, *totals.industry})
    current = {(ordinal, area, year) for ordinal, area, year, *_cell in origins}
    sources = sources_among(slices_of({*areas, base}, years, initiative), current)
    kinds = {"series": series, "ownership": ownership, "wages": wages}
    return Inputs(
        code=code,
        workings=put_together(
            replace(held, present=[code]), sources, areas, base, initiative, **kinds
        ),
        areas=asked.areas,
        base_area=base,
        names={area: area_title(area, initiative) for area in [*areas, base]},
        here=with_sources(here, origins, sources),
        base=with_sources(there, origins, sources),
        totals=with_sources(totals.assign(old=totals.industry), origins, sources),
        links=[] if vintage == PUBLISHED else bridge.origins(code, *years),
        around=around(asked, here),
    )


def cells_of_codes(cells, codes):
    """The 4-digit cells of some industries, and those of all covered employment."""
    total = (cells.level == "total") & (cells.ownership == TOTAL)
    return cells[total | ((cells.level == "naics4") & cells.industry.isin(codes))]


def on_code(code, cells, held, asked):
    """The 4-digit cells that count in the row of a code, and how: see `Inputs`."""
    whole = cells.assign(whole_employment=cells.employment, whole_wages=cells.wages)
    rows = industry_cells(whole, asked.ownership, held.span, asked.vintage)
    rows = rows[rows.industry == code].sort_values(["year", "area", "ownership", "old", "part"])
    both = pd.MultiIndex.from_frame(naics.matched(rows, held.span)[CELL])
    return rows.assign(
        weight=weights(code, rows, held, asked),
        matched=pd.MultiIndex.from_frame(rows[CELL]).isin(both),
    )


def weights(code, rows, held, asked):
    """The share of each cell that the bridge puts under the code; 1 where nothing crosses it."""
    links = bridge.origins(code, *asked.years) if asked.vintage == BRIDGED else []
    shares = rows.old.map({link.old: link.weight for link in links}).fillna(1.0)
    return shares.where(rows.year == held.span.start, 1.0)


def traced(asked, codes):
    """{(ordinal, *KEY)} of the data sets that the current cells of industries come from."""
    codes = tuple(sorted(codes))
    return {
        place
        for wanted in (asked.here, asked.there)
        for place in warehouse.origins(wanted, LEVELS, codes, KEY)
    }


def with_sources(cells, found, sources):
    """The cells with the positions among the sources of the data sets that each comes from."""
    places = {}
    for position, source in enumerate(sources):
        for area in source.areas:
            place = (source.dataset.ordinal, area, source.year)
            places.setdefault(place, set()).add(position)
    behind = {}
    for ordinal, area, year, *cell in found:
        held = places.get((ordinal, area, year), set())
        behind.setdefault((area, year, *cell), set()).update(held)
    keys = zip(cells.area, cells.year, cells.ownership, cells.old, strict=True)
    return cells.assign(sources=[sorted(behind.get(key, ())) for key in keys])


def around(asked, cells):
    """The data sets that estimates among the cells are made from, by name."""
    if "cells_estimated" not in cells or not cells.cells_estimated.any():
        return []
    ordinals = {
        place.ordinal for _year, groups in asked.estimated for places in groups for place in places
    }
    return list(Dataset.objects.filter(pk__in=ordinals).order_by("file_name", "pk"))
