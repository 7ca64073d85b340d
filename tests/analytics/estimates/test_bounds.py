"""Hard bounds: exact on a tree, never broken by the truth."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from analytics.estimates import hierarchy
from analytics.estimates.bounds import SLACK, bounds, outer_slack
from analytics.estimates.hierarchy import DEPTH
from tests.samples import hierarchies


@settings(max_examples=40)
@given(seed=st.integers(0, 10**6), share=st.floats(0.1, 0.9), unknown=st.booleans())
def test_the_truth_lies_inside_whatever_is_suppressed(seed, share, unknown):
    truth = hierarchies.cells(seed)
    if not unknown:
        truth = truth[truth.area != "13999"].reset_index(drop=True)
    cells = hierarchies.suppress(truth, seed, share)
    lower, upper = bounds(hierarchy(cells), cells.employment.to_numpy())
    jobs = truth.employment.to_numpy()
    assert (lower <= jobs).all()
    assert (jobs <= upper).all()


@pytest.mark.parametrize("seed", [0, 1])
def test_in_one_area_the_bounds_are_those_of_linear_programs(seed):
    truth = hierarchies.cells(seed, areas=("13001",))
    county = truth[truth.area == "13001"].reset_index(drop=True)
    cells = hierarchies.suppress(county, seed, 0.4)
    lower, upper = bounds(hierarchy(cells), cells.employment.to_numpy())
    rows, limits = inequalities(cells)
    ranges = [(0, None) if v != v else (v, v) for v in cells.employment]
    for row in np.flatnonzero(cells.employment.isna()):
        goal = np.zeros(len(cells))
        goal[row] = 1
        least = linprog(goal, rows, limits, bounds=ranges)
        most = linprog(-goal, rows, limits, bounds=ranges)
        assert lower[row] == pytest.approx(least.fun, abs=1e-6)
        assert upper[row] == pytest.approx(-most.fun, abs=1e-6)


def inequalities(cells):
    """Each parent within the slack of the sum of its children, by plain loops over codes."""
    place = {(row.ownership, row.industry, row.level): row.Index for row in cells.itertuples()}
    children = {}
    for (ownership, industry, level), row in place.items():
        upper = hierarchies.above(level, industry)
        if upper:
            owner = "0" if upper[0] == "total" else ownership
            children.setdefault(place[owner, upper[1], upper[0]], []).append(row)
    rows, limits = [], []
    for parent, held in children.items():
        for sign in (1, -1):
            line = np.zeros(len(cells))
            line[parent], line[held] = sign, -sign
            rows.append(line)
            limits.append(SLACK)
    return np.array(rows), np.array(limits)


def test_what_is_left_of_a_parent_bounds_its_only_suppressed_child():
    truth = hierarchies.cells(3, areas=("13001",))
    cells = truth[truth.area == "13001"].reset_index(drop=True)
    at = cells.index[(cells.industry == "3399") & (cells.ownership == "5")][0]
    hidden = cells.industry.str.startswith("3399") & (cells.ownership == "5")
    cells["employment"] = cells.employment.mask(hidden)
    lower, upper = bounds(hierarchy(cells), cells.employment.to_numpy())
    jobs = truth[truth.area == "13001"].reset_index(drop=True).employment[at]
    assert (lower[at], upper[at]) == (max(jobs - SLACK, 0), jobs + SLACK)


def test_without_the_unknown_county_a_states_total_only_caps():
    truth = hierarchies.cells(4, areas=("13001", "13003"))
    cells = hierarchies.suppress(truth, 4, 1.0)
    cells.loc[cells.area == "13000", "employment"] = truth.employment[truth.area == "13000"]
    tree = hierarchy(cells)
    _lower, upper = bounds(tree, cells.employment.to_numpy())
    rows = (tree.outer >= 0) & (tree.depth == DEPTH["naics4"])
    slack = outer_slack(tree, SLACK)[tree.outer[rows]]
    assert (upper[rows] <= cells.employment.to_numpy()[tree.outer[rows]] + slack).all()
    assert np.isfinite(upper[rows]).all()
