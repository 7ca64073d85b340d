"""Several industries as one."""

import pandas as pd

from analytics.indicators import growth, naics
from analytics.queries.held import comparabilities, read
from analytics.queries.regions import scope
from analytics.queries.tables import origins, rows_of


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
        flagged(total | remarks(sums_of_group, held))
        for total, sums_of_group in zip(totals, sums, strict=True)
    ]


def flagged(total):
    return total | {"flags": naics.flags(total)}


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
