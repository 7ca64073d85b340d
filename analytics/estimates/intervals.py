"""How far off an estimate can be: a 90 % interval, calibrated on cells that were hidden on purpose.

`bench/estimates.py --calibrate` prints the table; its draws are not those that judge.
"""

import numpy as np

SMALL = 1.0  # jobs added to both sides of a ratio, so that small cells are judged by jobs
# Doubt about an estimate, and what the truth then was of it: 4th and 96th percentile of all cells,
# so that larger ones, whose errors are wider, have their 90 % too.
DOUBT = (0.0, 0.068, 0.132, 0.176, 0.211, 0.242, 0.274, 0.305, 0.333, 0.366, 0.411)
LOW = (1.0, 0.730, 0.499, 0.295, 0.295, 0.295, 0.225, 0.224, 0.224, 0.145, 0.145)
HIGH = (1.0, 1.200, 1.362, 1.474, 1.569, 1.754, 1.839, 1.955, 1.997, 2.263, 2.374)


def doubt(values, variance, groups):
    """The standard deviation of each estimate as a fraction of it: shape (m,).

    `variance` is that of the logarithm before totals were looked at. Cells of a group share its
    sum: what one has too much the others lack, so the only two in a group are as certain as each
    other, and an only one is known.
    """
    spread = variance * (values + SMALL) ** 2
    member = np.where(groups.member >= 0, groups.member, len(groups.sum))
    sums = np.bincount(member, weights=spread, minlength=len(groups.sum) + 1)
    shared = (groups.member >= 0) & np.append(groups.exact, False)[member]
    left = np.where(shared, spread * (1 - spread / sums[member]), spread)
    return np.sqrt(np.maximum(left, 0)) / (values + SMALL)


def interval(values, doubts, lower, upper):
    """(low, high) of each estimate, inside its hard bounds: two arrays of the shape (m,)."""
    low = (values + SMALL) * np.interp(doubts, DOUBT, LOW) - SMALL
    high = (values + SMALL) * np.interp(doubts, DOUBT, HIGH) - SMALL
    return np.clip(low, lower, values), np.clip(high, values, upper)
