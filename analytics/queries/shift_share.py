"""Shift-share of a region: which part of each industry's change is the region's own."""

from dataclasses import dataclass

import pandas as pd

from analytics.indicators import naics
from analytics.indicators import shift_share as formulas
from analytics.queries.held import TOTAL, comparabilities, read
from analytics.queries.provenance import cells_of_estimates, codes_behind, sources
from analytics.queries.regions import scope
from analytics.sources import industries, ownerships


@dataclass(frozen=True)
class ShiftShare:
    """`table` has a row for each industry of the region, sorted by code: naics, title and the
    columns of `indicators.shift_share.table`. `total` is the dict of the sums of what is known,
    `sources` are the data sets that they come from: a list of Source. `estimated` says for each
    row which of the numbers that `MADE_FROM` names rest on an estimate of a source: truths.
    """

    table: pd.DataFrame
    total: dict
    ownership: tuple
    sources: list
    estimated: pd.DataFrame


def shift_share(region, ownership=ownerships.COVERED):
    """The ShiftShare of a region against its base, over the region's years.

    `ownership` are the codes whose cells count, in the region and in the base; growth of the base
    and of the region is that of all covered jobs whatever it is. Raises Problem.
    """
    held = read(**scope(region), ownership=ownership)
    facts = held.sums.reindex(held.present)
    phrases = naics.verdicts(comparabilities(held.present, held), naics.allocated_share(facts))
    table = formulas.table(facts, held.totals, phrases.isin(naics.COMPARED))
    years = held.span.start, held.span.end
    table.insert(0, "naics", held.present)
    table.insert(1, "title", [industries.title(code, *years) for code in held.present])
    sums = table[[*formulas.COLUMNS, "share_of_growth"]].sum(min_count=1)
    behind = sources(region)
    return ShiftShare(
        table.reset_index(drop=True),
        sums.to_dict(),
        tuple(ownership),
        behind,
        estimated(region, held.present, ownership, behind),
    )


def estimated(region, codes, ownership, behind):
    """Which numbers of each industry rest on an estimate among the sources `behind`: a frame."""
    years = region.start_year, region.end_year
    areas, base = set(region.area_codes), {region.base}
    cells = cells_of_estimates(areas | base, years, region.initiative, behind)

    def among(places, year, owners):
        return {
            code for area, of, own, code in cells if of == year and area in places and own in owners
        }

    here = [among(areas, year, ownership) for year in years]
    there = [among(base, year, ownership) for year in years]
    totals = [any(among(places, year, (TOTAL,)) for year in years) for places in (areas, base)]
    rows = []
    for code in codes:
        fed_by = codes_behind(code, years) if cells else {code}
        rows.append(
            {
                "start": bool(fed_by & here[0]),
                "end": code in here[1],
                "base": bool(fed_by & there[0]) or code in there[1],
                "total": totals[0],
                "base_total": totals[1],
            }
        )
    return pd.DataFrame(rows, columns=["start", "end", "base", "total", "base_total"], dtype=bool)
