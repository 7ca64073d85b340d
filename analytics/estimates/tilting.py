"""Move guesses together so that groups of them meet their sums.

A value moves from its guess by a factor whose logarithm is a tilt, which its group shares, times
its own spread.
"""

from dataclasses import dataclass

import numpy as np

HALVINGS = 45
FURTHEST = 40.0  # the largest tilt, as a logarithm


@dataclass(frozen=True)
class Groups:
    """Sums to be met by m cells in k groups: `member` (m,) with -1 for none, `sum` (k,).

    Where `exact` (k,) is false the sum is only not to be exceeded.
    """

    member: np.ndarray
    sum: np.ndarray
    exact: np.ndarray


@dataclass(frozen=True)
class Cells:
    """The guesses to be moved, how far they move and how far they may: arrays of one shape."""

    guess: np.ndarray
    spread: np.ndarray
    lower: np.ndarray
    upper: np.ndarray

    def at(self, places):
        columns = (self.guess, self.spread, self.lower, self.upper)
        return Cells(*(column[places] for column in columns))

    def tilted(self, tilt):
        power = np.minimum(np.maximum(tilt * self.spread, -FURTHEST), FURTHEST)
        return np.minimum(np.maximum(self.guess * np.exp(power), self.lower), self.upper)


def tilted(cells, base, groups):
    """One tilt for each group so that it meets its sum: (values, the tilt of each cell)."""
    inside = np.flatnonzero(groups.member >= 0)
    member, tilt = groups.member[inside], base.copy()
    moved = cells.at(inside)
    scale = group_scale(moved.spread, member, len(groups.sum))
    low = np.full(len(groups.sum), -FURTHEST)
    high = np.full(len(groups.sum), FURTHEST)
    for _halving in range(HALVINGS):
        middle = (low + high) / 2
        values = moved.tilted(base[inside] + (middle / scale)[member])
        short = np.bincount(member, weights=values, minlength=len(groups.sum)) < groups.sum
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    middle = np.where(groups.exact, (low + high) / 2, np.minimum((low + high) / 2, 0))
    tilt[inside] = base[inside] + (middle / scale)[member]
    return cells.tilted(tilt), tilt


def group_scale(spread, member, size):
    """The smallest spread of each group: its least certain cell is moved the furthest."""
    scale = np.full(size, np.inf)
    np.minimum.at(scale, member, spread)
    return np.maximum(scale, 1e-9)
