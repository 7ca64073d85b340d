"""Meet the totals of counties and of their state together.

Both kinds of sums tie the same cells, so each has a multiplier, and a cell is tilted by the two of
its groups. The multipliers maximize the dual of a convex problem: moves cost more the surer a
guess is. The counties' follow from the state's, each by itself, and those of the state by Newton's
method with damped steps. Source: Boyd and Vandenberghe, "Convex Optimization", chapters 5 and 9.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import linalg

from analytics.estimates.tilting import Cells, tilted

STEPS = 60
SOFT = 0.02  # jobs by which a state's sum gives way for each unit of its multiplier
NEAR = 0.1  # jobs by which sums are missed when no further step is made
TINY, HUGE = 1e-6, 1e7  # jobs
CALM, CALMER, CALMEST = 1.0, 0.2, 1e6  # the damping at first, after a step that helps, at most


@dataclass(frozen=True)
class Point:
    """Multipliers of the state's sums (k,), the tilt and value of each cell (m,) at them.

    `cost` is to be minimized, `missed` (k,) is its slope: by how much each sum is missed.
    """

    multipliers: np.ndarray
    tilt: np.ndarray
    values: np.ndarray
    cost: float
    missed: np.ndarray


def jointly(cells, within, between):
    """The values of cells at which the sums of both Groups are met best: shape (m,).

    `cells` are all Cells that are estimated.
    """
    sums = Sums(cells, within, between)
    most = np.where(between.exact, np.inf, 0)
    here, damping = sums.point(np.zeros(len(between.sum))), CALM
    best = here, np.inf
    for _step in range(STEPS):
        held = (here.multipliers >= most) & (here.missed < 0)  # a cap that nothing pushes against
        worst = np.abs(here.missed[~held]).max(initial=0)
        best = min(best, (here, worst), key=lambda found: found[1])
        if worst <= NEAR or damping > CALMEST:
            break
        step = sums.newton_step(here, held, damping)
        there = sums.point(np.minimum(here.multipliers + step, most))
        if there.cost < here.cost:
            here, damping = there, damping * CALMER
        else:
            damping /= CALMER
    return best[0].values


class Sums:
    """The sums of some cells within their areas, and those between areas: two Groups."""

    def __init__(self, cells, within, between):
        self.cells, self.within, self.between = cells, within, between
        self.inner, self.outer = (group_sums(groups) for groups in (within, between))
        most = np.minimum(cells.upper, np.minimum(sum_of(within), sum_of(between)))
        self.lower = cells.lower
        self.upper = np.clip(np.maximum(most, cells.lower), TINY, HUGE)
        self.bounded = Cells(cells.guess, cells.spread, self.lower, self.upper)
        self.lowest, self.highest = (
            np.log(np.maximum(bound, TINY) / cells.guess) / cells.spread
            for bound in (self.lower, self.upper)
        )
        self.lowest = np.where(self.lower > TINY, self.lowest, -HUGE)
        self.targets = [
            np.clip(groups.sum, sums @ self.lower, sums @ self.upper)
            for groups, sums in ((within, self.inner), (between, self.outer))
        ]
        self.first = np.zeros(len(within.sum), int)  # a cell of each group
        inside = np.flatnonzero(within.member >= 0)
        self.first[within.member[inside]] = inside

    def point(self, multipliers):
        """The Point at which the areas' own sums are met under these multipliers."""
        base = np.append(multipliers, 0.0)[self.between.member]
        _values, tilt = tilted(self.bounded, base, self.within)
        values = self.bounded.tilted(tilt)
        above = self.upper * np.maximum(tilt - self.highest, 0)
        below = np.where(tilt < self.lowest, self.lower * (tilt - self.lowest), 0)
        own = (tilt - base)[self.first]
        cost = (values / self.cells.spread + above + below).sum()
        cost -= self.targets[0] @ own + self.targets[1] @ multipliers
        cost += SOFT * (multipliers**2).sum() / 2
        missed = self.outer @ values - self.targets[1] + SOFT * multipliers
        return Point(multipliers, tilt, values, cost, missed)

    def newton_step(self, point, held, damping):
        """How far to move the multipliers that are not `held`, the damping less than without."""
        size = point.values * self.cells.spread
        moves = (point.tilt > self.lowest) & (point.tilt < self.highest)
        gives = np.where(moves, size, 0)
        across = self.inner @ sparse.diags(gives) @ self.outer.T
        inverse = sparse.diags(1 / np.maximum(self.inner @ gives, TINY))
        own = self.outer @ gives + damping * (self.outer @ size) + SOFT
        curve = (sparse.diags(own) - across.T @ inverse @ across).tocsc()
        free = np.flatnonzero(~held)
        step = np.zeros(len(held))
        # It is hardly sparse, but so small that the threads of a dense solver get in the way.
        step[free] = linalg.splu(curve[free][:, free]).solve(-point.missed[free])
        return step


def group_sums(groups):
    """A matrix that adds cells by group: shape (k, m)."""
    inside = np.flatnonzero(groups.member >= 0)
    places = groups.member[inside], inside
    return sparse.csr_matrix(
        (np.ones(len(inside)), places), shape=(len(groups.sum), len(groups.member))
    )


def sum_of(groups):
    """The sum that each cell's group has to meet, infinite for none: shape (m,)."""
    return np.append(groups.sum, np.inf)[groups.member]
