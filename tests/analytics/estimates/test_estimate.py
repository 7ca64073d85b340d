"""Estimates agree with every published total, stay in their bounds, and are labelled."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.estimates import estimate, hierarchy
from analytics.estimates.bounds import outer_slack
from analytics.estimates.hierarchy import FINEST, above
from tests.samples import hierarchies

ROUNDING = 0.5


def disagreements(cells, found, column):
    """(total, sum of its children) of each published parent, by plain loops over codes."""
    rows = zip(cells.area, cells.ownership, cells.level, cells.industry, found, strict=True)
    sums = {}
    for area, ownership, level, industry, value in rows:
        upper = above(level, industry)
        if upper and level not in ("naics5", "naics6"):
            owner = "0" if upper[0] == "total" else ownership
            sums[area, owner, *upper] = sums.get((area, owner, *upper), 0) + value
    for row in cells[cells[column].notna()].itertuples():
        total = sums.get((row.area, row.ownership, row.level, row.industry))
        if total is not None and abs(total - getattr(row, column)) > ROUNDING:
            yield getattr(row, column), total


@settings(max_examples=15)
@given(seed=st.integers(0, 10**6), share=st.floats(0.1, 0.9))
def test_totals_are_met_and_bounds_kept_whatever_is_suppressed(seed, share):
    truth = hierarchies.cells(seed)
    cells = hierarchies.suppress(truth, seed, share)
    found = estimate(cells)
    inside = found[cells.level == "naics4"]
    assert inside.estimate.notna().all()
    assert (inside.estimate >= inside.lower - ROUNDING).all()
    assert (inside.estimate <= inside.upper + ROUNDING).all()
    assert list(disagreements(cells, found.estimate, "employment")) == []
    assert list(disagreements(cells, found.wages, "wages")) == []


def test_published_values_stay_and_finer_levels_are_not_estimated():
    truth = hierarchies.cells(5)
    cells = hierarchies.suppress(truth, 5, 0.5)
    found = estimate(cells)
    known = cells.employment.notna()
    assert found.estimate[known].tolist() == cells.employment[known].tolist()
    assert found.wages[known].tolist() == cells.wages[known].tolist()
    finer = cells.level.isin(["naics5", "naics6"])
    assert found.estimate[finer & ~known].isna().all()


def test_an_only_suppressed_cell_is_what_its_total_leaves():
    truth = hierarchies.cells(3, areas=("13001",))
    truth = truth[truth.area == "13001"].reset_index(drop=True)
    hidden = truth.industry.str.startswith("3399") & (truth.ownership == "5")
    cells = truth.assign(employment=truth.employment.mask(hidden), wages=truth.wages.mask(hidden))
    found = estimate(cells)
    at = hidden & (truth.level == "naics4")
    np.testing.assert_allclose(found.estimate[at], truth.employment[at], atol=1e-6)
    np.testing.assert_allclose(found.wages[at], truth.wages[at], rtol=1e-9)
    assert (found.doubt[at] < 1e-6).all()


def test_two_suppressed_cells_share_by_their_establishments():
    rows = [
        ("total", "10", "0", 30, 900),
        ("ownership", "10", "5", 30, 900),
        ("naics4", "3254", "5", 4, np.nan),
        ("naics4", "3391", "5", 16, np.nan),
        ("naics4", "6221", "5", 10, 300),
    ]
    cells = pd.DataFrame(
        [
            ("13001", own, level, code, 2016, count, jobs, jobs * 1000)
            for level, code, own, count, jobs in rows
        ],
        columns="area ownership level industry year establishments employment wages".split(),
    )
    found = estimate(cells).set_index(cells.industry).estimate
    assert found["3254"] + found["3391"] == pytest.approx(600, abs=1e-3)
    assert 0 < found["3254"] < 200 < found["3391"]


def test_a_whole_state_is_met_within_rounding_by_its_counties():
    truth = hierarchies.cells(6, scale=12)
    cells = hierarchies.suppress(truth, 6, 0.4)
    state = cells.area == "13000"
    cells.loc[state, ["employment", "wages"]] = truth.loc[state, ["employment", "wages"]]
    found = estimate(cells)
    tree = hierarchy(cells)
    at = np.flatnonzero((tree.outer >= 0) & (tree.depth == FINEST))
    sums = found.estimate.iloc[at].groupby(tree.outer[at]).sum()
    slack = outer_slack(tree, 1)[sums.index]
    assert (np.abs(sums - cells.employment[sums.index]) <= slack).all()


def test_another_years_value_of_a_cell_teaches_its_suppressed_one():
    truth = hierarchies.cells(7, areas=("13001",))
    truth = truth[truth.area == "13001"].reset_index(drop=True)
    other = truth.assign(year=2017)
    group = truth.industry.isin(["3391", "3399"]) & (truth.ownership == "5")
    below = truth.industry.str.startswith("339") & (truth.ownership == "5")
    cells = truth.assign(employment=truth.employment.mask(below))
    alone = estimate(cells).estimate[group]
    both = estimate(pd.concat([cells, other], ignore_index=True), 2016).estimate[: len(cells)]
    jobs = truth.employment[group]
    assert (both[group] - jobs).abs().sum() < (alone - jobs).abs().sum()


def test_a_year_that_was_not_asked_for_is_not_estimated():
    truth = hierarchies.cells(8, areas=("13001",))
    cells = pd.concat(
        [hierarchies.suppress(truth.assign(year=year), 8, 0.5) for year in (2016, 2017)],
        ignore_index=True,
    )
    found = estimate(cells, 2017)
    hidden = cells.employment.isna() & (cells.level == "naics4")
    assert found.estimate[hidden & (cells.year == 2016)].isna().all()
    assert found.estimate[hidden & (cells.year == 2017)].notna().all()


def test_without_its_unknown_county_a_states_total_is_never_exceeded():
    truth = hierarchies.cells(9)
    cells = hierarchies.suppress(truth, 9, 0.6)
    state = cells.area == "13000"
    cells.loc[state, "employment"] = truth.employment[state]
    cells = cells[cells.area != "13999"].reset_index(drop=True)
    found = estimate(cells)
    tree = hierarchy(cells)
    at = np.flatnonzero((tree.outer >= 0) & (tree.depth == FINEST))
    hidden = cells.employment.isna()[at].groupby(tree.outer[at]).any()
    sums = found.estimate.iloc[at].groupby(tree.outer[at]).sum()[hidden]
    assert len(sums) > 3
    assert (sums <= cells.employment[sums.index] + ROUNDING).all()
