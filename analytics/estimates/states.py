"""Meet the totals of counties and of their state together.

Both kinds of sums tie the same cells, so each has a multiplier, and a cell is tilted by the two of
its groups. The multipliers maximize the dual of a convex problem: moves cost more the surer a
guess is. Source: Boyd and Vandenberghe, "Convex Optimization", chapter 5.
"""

from dataclasses import dataclass

import numpy as np
from scipy import optimize, sparse

STEPS = 300  # enough for caps; sums of a whole state are then met to a tenth of a per cent
SOFT = 0.05  # jobs by which a state's sum gives way for each unit of its multiplier
NEAR = 1e-4  # of the scaled gradient
TINY, HUGE = 1e-6, 1e7  # jobs


@dataclass(frozen=True)
class Dual:
    """The problem in k multipliers over m cells: `sums` (k, m) adds the cells of each group."""

    sums: sparse.csr_matrix
    cells: sparse.csr_matrix
    guess: np.ndarray
    spread: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    target: np.ndarray
    soft: np.ndarray

    def value(self, multipliers):
        """(what is to be minimized, its gradient: by how much each sum is missed)."""
        tilt = self.cells @ multipliers
        highest = np.log(self.upper / self.guess) / self.spread
        lowest = np.log(np.maximum(self.lower, TINY) / self.guess) / self.spread
        lowest = np.where(self.lower > TINY, lowest, -np.inf)
        values = self.guess * np.exp(self.spread * np.clip(tilt, lowest, highest))
        above = self.upper * np.maximum(tilt - highest, 0)
        below = np.where(tilt < lowest, self.lower * (tilt - np.maximum(lowest, -HUGE)), 0)
        cost = (values / self.spread + above + below).sum() - self.target @ multipliers
        cost += (self.soft * multipliers**2).sum() / 2
        return cost, self.sums @ values - self.target + self.soft * multipliers


def joint_tilt(cells, within, between, start):
    """The tilt of each cell at which the sums of both Groups are met best: shape (m,).

    `cells` are those of `totals`, all of them, `start` a tilt that meets `within`.
    """
    dual = problem(cells, within, between)
    multipliers = np.zeros(len(dual.target))
    inside = within.member >= 0
    multipliers[within.member[inside]] = start[inside]
    values = np.maximum(cells.tilted(start), TINY)
    scale = 1 / np.sqrt(dual.sums @ (values * cells.spread) + SOFT)
    exact = np.concatenate([within.exact, between.exact])
    found = optimize.minimize(
        lambda scaled: scaled_value(dual, scaled, scale),
        multipliers / scale,
        jac=True,
        method="L-BFGS-B",
        bounds=[(None, None) if met else (None, 0) for met in exact],
        options={"maxiter": STEPS, "maxfun": 2 * STEPS, "maxcor": 30, "ftol": 0, "gtol": NEAR},
    )
    return dual.cells @ (scale * found.x)


def scaled_value(dual, scaled, scale):
    cost, gradient = dual.value(scale * scaled)
    return cost, scale * gradient


def problem(cells, within, between):
    sums = sparse.vstack([group_sums(within), group_sums(between)]).tocsr()
    most = np.minimum(cells.upper, np.minimum(sum_of(within), sum_of(between)))
    upper = np.clip(np.maximum(most, cells.lower), TINY, HUGE)
    target = np.concatenate([within.sum, between.sum])
    soft = np.concatenate([np.full(len(within.sum), TINY), np.full(len(between.sum), SOFT)])
    return Dual(
        sums,
        sums.T.tocsr(),
        cells.guess,
        cells.spread,
        cells.lower,
        upper,
        np.clip(target, sums @ cells.lower, sums @ upper),
        soft,
    )


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
