"""Shift-share of a region: which part of each industry's change is the region's own."""

from dataclasses import dataclass

import pandas as pd

from analytics.indicators import naics
from analytics.indicators import shift_share as formulas
from analytics.queries.held import comparabilities, read
from analytics.queries.provenance import sources
from analytics.queries.regions import scope
from analytics.sources import industries


@dataclass(frozen=True)
class ShiftShare:
    """`table` has a row for each industry of the region, sorted by code: naics, title and the
    columns of `indicators.shift_share.table`. `total` is the dict of the sums of what is known,
    `sources` are the data sets that they come from: a list of Source.
    """

    table: pd.DataFrame
    total: dict
    sources: list


def shift_share(region):
    """The ShiftShare of a region against its base, over the region's years. Raises Problem."""
    held = read(**scope(region))
    facts = held.sums.reindex(held.present)
    phrases = naics.verdicts(comparabilities(held.present, held), naics.allocated_share(facts))
    table = formulas.table(facts, held.totals, phrases.isin(naics.COMPARED))
    years = held.span.start, held.span.end
    table.insert(0, "naics", held.present)
    table.insert(1, "title", [industries.title(code, *years) for code in held.present])
    sums = table[[*formulas.COLUMNS, "share_of_growth"]].sum(min_count=1)
    return ShiftShare(table.reset_index(drop=True), sums.to_dict(), sources(region))
