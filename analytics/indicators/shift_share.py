"""Shift-share: which part of a change the nation, the industry and the region itself explain."""

import numpy as np
import pandas as pd

from analytics.indicators.naics import MOST_ALLOCATED, divided

COLUMNS = ["change", "national", "mix", "competitive"]
# {figure: the numbers that it is made from}: the region's jobs in the industry at both ends, those
# of the base, and all covered jobs of the region and of the base.
MADE_FROM = {
    "change": ["start", "end"],
    "national": ["start", "base_total"],
    "mix": ["start", "base", "base_total"],
    "competitive": ["start", "end", "base"],
    "share_of_growth": ["start", "end", "total"],
}


def components(start, end, base_start, base_end, rate):
    """The change of an industry's jobs in three parts that add to it: a dict of COLUMNS, in jobs.

    `start` and `end` are the region's jobs in the industry, `base_start` and `base_end` those of
    the base (single numbers or series, in jobs), `rate` the growth of all covered jobs of the base
    over the span, as a fraction.

    - national: what the industry would have gained had it grown as all jobs of the base;
    - mix: what it would have gained more because the industry grew otherwise in the base;
    - competitive: what is left, which the region did otherwise than the base's industry.

    They add to `change` exactly, because the last is what is left of it. All are not a number
    where a figure is missing or the base had no such jobs at the start; a region that starts from
    zero owes all its change to itself. Source: Dunn, "A statistical and analytical technique for
    regional analysis" (1960).
    """
    change = end - start
    national = start * rate
    mix = start * growth(base_start, base_end) - national
    return {
        "change": change,
        "national": national,
        "mix": mix,
        "competitive": change - national - mix,
    }


def growth(start, end):
    """Growth over the span as a fraction; not a number where there is nothing to start from."""
    if np.ndim(start):
        start = np.where(np.greater(start, 0), start, np.nan)
    elif not start > 0:
        return float("nan")
    return end / start - 1


def share_of_growth(change, regional):
    """An industry's part of the region's growth, a fraction: change / regional, both in jobs.

    `regional` is the change of all covered jobs of the region. Not a number where the region did
    not grow: there is no growth to have a share of.
    """
    return change / regional if regional > 0 else change * float("nan")


def table(facts, totals, compared):
    """The components of each industry: a frame with COLUMNS, `share_of_growth` and `reason`.

    `facts` are those of `naics.facts`: the matched cells whose ownerships the base has. `totals`
    are `naics.Totals`, `compared` a series of truth by industry, whether it can be compared.
    `reason` is '' or says why there are no components, see `reasons`.
    """
    rate = growth(totals.base_start, totals.base_end)
    found = pd.DataFrame(
        components(
            facts.shifted_start,
            facts.shifted_end,
            facts.base_shifted_start,
            facts.base_shifted_end,
            rate,
        )
    )
    found["share_of_growth"] = share_of_growth(found.change, totals.end - totals.start)
    found["reason"] = reasons(facts, totals, compared)
    found[COLUMNS] = found[COLUMNS].where(found.reason == "")
    found["share_of_growth"] = found.share_of_growth.where(found.reason == "")
    return found


def resting(table, estimated):
    """Which figures of a `table` are known and rest on an estimate: a frame of truths by figure.

    `estimated` has a column of truths for each of the numbers in `MADE_FROM`.
    """
    return pd.DataFrame(
        {
            figure: estimated[numbers].any(axis=1) & table[figure].notna()
            for figure, numbers in MADE_FROM.items()
        }
    )


def reasons(facts, totals, compared):
    """Why an industry has no components, a series of short phrases; '' where it has.

    `suppressed`: cells are, and none is published in both years; `missing`: there are no such
    cells in both years; `not comparable`: a revision of the codes; `base not comparable`: weights
    allocated too much of the base; `base suppressed`: it does not publish every ownership in both
    years; `no base`: it has none of an ownership; `zero base`: it had no such jobs at the start;
    `no total`: its covered employment is not known.
    """
    by_weights = divided(facts.base_allocated, facts.base_employment_start) > MOST_ALLOCATED
    unbased = facts.shifted_start.isna() | facts.base_shifted_start.isna()
    base_hidden = facts.base_undisclosed_start.gt(0) | facts.base_undisclosed_end.gt(0)
    hidden = facts.undisclosed_start.gt(0) | facts.undisclosed_end.gt(0)
    cases = [
        (not (totals.base_start > 0 and totals.base_end >= 0), "no total"),
        (facts.matched_start.isna() & hidden, "suppressed"),
        (facts.matched_start.isna(), "missing"),
        (~compared, "not comparable"),
        (unbased & by_weights, "base not comparable"),
        (unbased & base_hidden, "base suppressed"),
        (unbased, "no base"),
        (facts.base_shifted_start.eq(0), "zero base"),
    ]
    conditions = [np.broadcast_to(condition, len(facts)) for condition, _words in cases]
    return pd.Series(
        np.select(conditions, [words for _condition, words in cases], default=""),
        index=facts.index,
    )
