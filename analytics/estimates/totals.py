"""Fit guesses to what published totals leave for them.

Every suppressed cell without children belongs to one group: that of its nearest published
ancestor. What that total leaves after its published cells is what the group adds up to.
"""

import numpy as np

from analytics.estimates.hierarchy import FINEST
from analytics.estimates.tilting import Cells, Groups, tilted

NEAR = 0.4  # jobs: a state's total is met within rounding


def leaves(tree, values):
    """Positions of the suppressed cells that are estimated on their own."""
    coarse = tree.depth <= FINEST
    has_children = np.zeros(len(values), bool)
    child = coarse & (tree.parent >= 0)
    has_children[tree.parent[child]] = True
    return np.flatnonzero(np.isnan(values) & coarse & ~has_children)


def ancestors(tree, values):
    """For each row its nearest published ancestor, -1 for none: shape (n,)."""
    found = tree.parent.copy()
    hidden = np.isnan(values)
    for depth in range(1, FINEST + 1):
        rows = np.flatnonzero((tree.depth == depth) & (tree.parent >= 0))
        parent = tree.parent[rows]
        found[rows] = np.where(hidden[parent], found[parent], parent)
    return found


def industry_groups(tree, values, rows):
    """The Groups of the leaves `rows` under the published totals of their own area."""
    ancestor = ancestors(tree, values)
    published = np.flatnonzero(~np.isnan(values) & (tree.depth <= FINEST) & (ancestor >= 0))
    told = np.bincount(ancestor[published], weights=values[published], minlength=len(values))
    return grouped(ancestor[rows], values - told, tree.whole)


def area_groups(tree, values, rows):
    """The Groups of the leaves `rows` under the published totals of their state."""
    outer = np.where(tree.outer >= 0, tree.outer, 0)
    usable = (tree.outer >= 0) & ~np.isnan(values[outer])
    published = np.flatnonzero(usable & ~np.isnan(values))
    told = np.bincount(tree.outer[published], weights=values[published], minlength=len(values))
    member = np.where(usable[rows], tree.outer[rows], -1)
    return grouped(member, values - told, tree.outer_whole)


def grouped(member, left, whole):
    """Groups numbered from 0, of the rows that total them."""
    heads, number = np.unique(member[member >= 0], return_inverse=True)
    place = np.full(len(member), -1)
    place[member >= 0] = number
    return Groups(place, np.maximum(left[heads], 0), whole[heads])


def fit(guess, spread, lower, upper, within, between):
    """Values inside their bounds that meet the sums: shape (m,).

    A value moves from its `guess` by a factor whose logarithm grows with `spread`, its variance
    over its guess: the least certain cells give most. Published totals of the area come last, so
    these are met exactly (unless bounds forbid it).
    """
    cells = Cells(guess, spread, lower, upper)
    values, _tilt = tilted(cells, np.zeros(len(guess)), within)
    if missed(values, between) <= NEAR:
        return values
    from analytics.estimates import states  # loads SciPy, which nothing else waits for

    jointly = states.jointly(cells, within, between)
    return min(values, jointly, key=lambda values: missed(values, between))


def missed(values, groups):
    """The largest number of jobs by which a sum is missed, exact sums both ways."""
    inside = groups.member >= 0
    sums = np.bincount(groups.member[inside], weights=values[inside], minlength=len(groups.sum))
    over = sums - groups.sum
    return np.where(groups.exact, np.abs(over), over).max(initial=0)


NONE = Groups(np.zeros(0, int), np.zeros(0), np.zeros(0, bool))
