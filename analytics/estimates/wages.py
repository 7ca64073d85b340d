"""Wages of suppressed cells: the pay of the industry around, at the area's own level of pay."""

import numpy as np

from analytics.estimates import sizes, totals
from analytics.estimates.bounds import bounds

VARIANCE = 0.1  # of the logarithm of average pay
FURTHEST = 2.5  # an area pays at most so many times what is paid around it


def wages(cells, tree, jobs, rows):
    """Dollars of the leaves `rows` (m,) that agree with the area's published wages.

    `jobs` (n,) holds published and estimated jobs. Cells without jobs have no wages.
    """
    paid = cells.wages.to_numpy(float)
    guess = np.maximum(pay(cells, tree, paid, jobs, rows) * jobs[rows], 1.0)
    lower, upper = bounds(tree, paid)
    within = totals.industry_groups(tree, paid, rows)
    spread = np.full(len(rows), VARIANCE)
    found = totals.fit(guess, spread, lower[rows], upper[rows], within, totals.NONE)
    return np.where(jobs[rows] > 0, found, 0.0)


def pay(cells, tree, paid, jobs, rows):
    """Dollars per job to be expected of the leaves `rows`: (m,)."""
    around = sizes.reference_rates(cells, paid, jobs)
    with np.errstate(invalid="ignore", divide="ignore"):
        here = np.where(jobs > 0, paid / jobs, np.nan)
        level = np.clip(here / around, 1 / FURTHEST, FURTHEST)
    ancestor = totals.ancestors(tree, paid)[rows]
    known = ancestor >= 0
    local = np.where(known, level[ancestor], 1.0)
    expected = around[rows] * np.where(np.isnan(local), 1.0, local)
    expected = np.where(np.isnan(expected) & known, here[ancestor], expected)
    return np.where(np.isnan(expected), np.nanmedian(here) if known.any() else 1.0, expected)
