"""Estimates of suppressed cells: hard bounds, a value that agrees with all totals, an interval.

Pure functions over frames of tidy cells; see docs/guide/estimates.md for method and evidence.
"""

import numpy as np
import pandas as pd

from analytics.estimates import intervals, priors, sizes, totals, wages
from analytics.estimates.bounds import bounds
from analytics.estimates.hierarchy import FINEST, hierarchy

__all__ = ["bounds", "estimate", "hierarchy"]

POWER = 1.7  # by which power of its guess a cell's variance grows when totals are met
MEAN = 0.5  # the mean of a log-normal value lies half its variance above the logarithm's mean


def estimate(cells, year=None):
    """Estimates of the suppressed cells at 4 digits and coarser, of one year or of all.

    `cells` holds tidy rows of areas with all their levels, and of the areas around them (state,
    nation) where there are any; rows of other years teach, but `year` alone is estimated. Returns
    a frame with the index of `cells` and in jobs `lower` and `upper` (hard bounds), `estimate`,
    `low` and `high` (the 90 % interval), in dollars `wages`, and `doubt`, the standard error as a
    fraction. A published cell has its own value in the first three and in `wages`. Not a number
    is what is not estimated: 5 and 6 digits, other years, intervals of sums of estimates.
    """
    values = cells.employment.to_numpy(float)
    tree = hierarchy(cells)
    lower, upper = bounds(tree, values)
    rows = totals.leaves(tree, values)
    if year is not None:
        rows = rows[cells.year.to_numpy()[rows] == year]
    leaves = leaf_estimates(cells, tree, values, lower, upper, rows)
    result = pd.DataFrame({"lower": lower, "upper": upper}, index=cells.index)
    jobs = rolled_up(tree, values, rows, leaves["estimate"])
    result["estimate"] = jobs
    for name in ("low", "high", "doubt"):
        result[name] = placed(rows, leaves[name], len(cells))
    paid = wages.wages(cells, tree, jobs, rows)
    result["wages"] = rolled_up(tree, cells.wages.to_numpy(float), rows, paid)
    return result


def leaf_estimates(cells, tree, values, lower, upper, rows):
    """The columns estimate, low, high and doubt for the leaves `rows`: arrays of the shape (m,)."""
    expected = sizes.expected(cells, tree, values)
    coarse = np.flatnonzero(tree.depth <= FINEST)
    prior = priors.priors(cells.iloc[coarse], values[coarse], expected[coarse])
    at = np.searchsorted(coarse, rows)
    variance = prior.variance[at]
    guess = np.exp(prior.mean[at] + MEAN * variance)
    within = totals.industry_groups(tree, values, rows)
    between = totals.area_groups(tree, values, rows)
    spread = variance * guess ** (POWER - 1)
    found = totals.fit(guess, spread, lower[rows], upper[rows], within, between)
    doubts = intervals.doubt(found, variance, within)
    low, high = intervals.interval(found, doubts, lower[rows], upper[rows])
    return {"estimate": found, "low": low, "high": high, "doubt": doubts}


def rolled_up(tree, values, rows, found):
    """All values with the leaves' estimates in them, and suppressed parents as sums: (n,)."""
    filled = values.copy()
    filled[rows] = found
    for depth in range(FINEST - 1, -1, -1):
        inner = np.flatnonzero(np.isnan(values) & (tree.depth == depth) & np.isnan(filled))
        child = (tree.parent >= 0) & (tree.depth <= FINEST)
        sums = np.bincount(tree.parent[child], weights=filled[child], minlength=len(values))
        filled[inner] = sums[inner]
    return filled


def placed(rows, found, size):
    """An array of `size` with the leaves' values at their positions, else not a number."""
    filled = np.full(size, np.nan)
    filled[rows] = found
    return filled
