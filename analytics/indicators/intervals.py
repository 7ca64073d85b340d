"""Between what the figures of the NAICS table lie where estimates are in them.

Each estimate has an interval that holds the truth in nine cases of ten. The ends of a figure are
those it would have if all its estimates were at the ends of theirs, whichever make it least and
most: if every estimated cell is inside its interval, the figure is inside its own. So it is wider
than a 90 % interval of the figure would be.
"""

import numpy as np
import pandas as pd

from analytics.indicators import growth, naics

RANGED = ["employment_start", "employment_end", "growth", "lq_start", "lq_end", "lq_change"]


def ends(low, high, facts, totals, span):
    """The least and the most of each of RANGED: a frame of `<name>_low` and `<name>_high`.

    `low` and `high` are the region's cells of `naics.facts` with the ends of the estimates'
    intervals as employment, in jobs, `facts` what it made of the estimates; there is a row for
    each industry with an estimate in it. Units are those of `naics.indicators`. Not a number where
    the figure is not known, or where nothing bounds it, as growth from no jobs at all. The base
    is never estimated, and of wages there are no intervals.
    """
    facts = facts[(facts.estimated_start > 0) | (facts.estimated_end > 0)]
    sums = {
        "low": at_end_of_interval(low, facts, span),
        "high": at_end_of_interval(high, facts, span),
    }
    found = pd.DataFrame(index=facts.index)
    for end, other in (("low", "high"), ("high", "low")):
        least, most = sums[end], sums[other]
        for when in ("start", "end"):
            total, base_total = totals_of(totals, when)
            found[f"employment_{when}_{end}"] = least[f"employment_{when}"]
            found[f"lq_{when}_{end}"] = naics.quotient(least, f"quotient_{when}", total, base_total)
        found[f"growth_{end}"] = growth.annual(
            most.compared_employment_start, least.compared_employment_end, span.end - span.start
        )
        found[f"lq_change_{end}"] = naics.quotient(
            least, "shifted_end", *totals_of(totals, "end")
        ) - naics.quotient(most, "shifted_start", *totals_of(totals, "start"))
    return found


def totals_of(totals, when):
    return getattr(totals, when), getattr(totals, f"base_{when}")


def at_end_of_interval(cells, facts, span):
    """`facts` with the jobs of these cells in place of the estimates'."""
    found = facts.copy()
    pairs = naics.matched_sums(naics.matched(cells, span)).reindex(facts.index)
    for when, year in (("start", span.start), ("end", span.end)):
        levels = naics.sums(cells, year).employment.reindex(facts.index)
        matched = pairs[f"employment_{when}"]
        for name, values in (
            ("employment", levels),
            ("quotient", levels),
            ("compared_employment", matched),
            ("shifted", matched),
        ):
            found[f"{name}_{when}"] = np.where(facts[f"{name}_{when}"].isna(), np.nan, values)
    return found
