"""Hard bounds of suppressed values, by passing intervals through the hierarchy.

For a tree of sums this is exact: one pass up and one down give what a linear program gives. States
tie the trees of their counties together; passes are repeated until nothing moves.
"""

import numpy as np

from analytics.estimates.hierarchy import total

SLACK = 3  # jobs by which a published parent can differ from the sum of its children
ROUNDS = 4
ROUNDING = 0.5  # of each published average


def bounds(tree, values, slack=SLACK):
    """The least and the greatest value of each cell: two arrays of the shape (n,).

    `values` are published figures, not a number where suppressed, in jobs (or dollars, with the
    slack in dollars). A published value bounds itself. An upper bound may be infinite.
    """
    hidden = np.isnan(values)
    lower = np.where(hidden, 0.0, values)
    upper = np.where(hidden, np.inf, values)
    slack_outer = outer_slack(tree, slack)
    for _round in range(ROUNDS):
        before = lower.copy(), upper.copy()
        within_areas(tree, hidden, lower, upper, np.full(len(values), float(slack)))
        between_areas(tree, hidden, lower, upper, slack_outer)
        if all(np.array_equal(*pair) for pair in zip(before, (lower, upper), strict=True)):
            break
    return lower, upper


def outer_slack(tree, slack):
    """A state is rounded once and each of its counties once, so sums of many may differ more."""
    members = total(tree.outer, np.ones(len(tree.outer)))
    return np.maximum(slack, ROUNDING * (members + 1) * slack / SLACK)


def within_areas(tree, hidden, lower, upper, slack):
    """Up and down the industries, changing `lower` and `upper` in place."""
    depths = np.where(tree.parent >= 0, tree.depth[tree.parent], -1)
    steps = [np.flatnonzero(depths == depth) for depth in range(depths.max(initial=-1) + 1)]
    for rows in reversed(steps):
        up(tree.parent, rows, hidden, lower, upper, slack, tree.whole)
    for rows in steps:
        down(tree.parent, rows, hidden, lower, upper, slack, tree.whole)


def between_areas(tree, hidden, lower, upper, slack):
    """From the counties to their state and back."""
    rows = np.flatnonzero(tree.outer >= 0)
    up(tree.outer, rows, hidden, lower, upper, slack, tree.outer_whole)
    down(tree.outer, rows, hidden, lower, upper, slack, tree.outer_whole)


def up(parent, rows, hidden, lower, upper, slack, whole):
    """Bound parents by their children `rows`."""
    place = parent[rows]
    above = np.flatnonzero(np.bincount(place, minlength=len(parent)))
    least = np.bincount(place, weights=lower[rows])[above] - slack[above]
    most = np.bincount(place, weights=upper[rows])[above] + slack[above]
    free = hidden[above]
    lower[above] = np.where(free, np.maximum(lower[above], least), lower[above])
    upper[above] = np.where(free & whole[above], np.minimum(upper[above], most), upper[above])


def down(parent, rows, hidden, lower, upper, slack, whole):
    """Bound children by what their parent leaves beside the others."""
    place = parent[rows]
    others_least = np.bincount(place, weights=lower[rows])[place] - lower[rows]
    others_most = others(place, upper[rows])
    most = upper[parent[rows]] + slack[parent[rows]] - others_least
    least = lower[parent[rows]] - slack[parent[rows]] - others_most
    least = np.where(whole[parent[rows]], least, 0)
    free = hidden[rows]
    upper[rows] = np.where(free, np.minimum(upper[rows], np.maximum(most, 0)), upper[rows])
    lower[rows] = np.where(free, np.maximum(lower[rows], least), lower[rows])


def others(place, values):
    """For each value the sum of all others in its group; infinite if one of them is."""
    endless = np.isinf(values)
    finite = np.where(endless, 0, values)
    sums = np.bincount(place, weights=finite)[place] - finite
    count = np.bincount(place, weights=endless)[place] - endless
    return np.where(count > 0, np.inf, sums)
