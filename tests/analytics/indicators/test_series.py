"""Yearly series at their edges: bases that are zero, suppressed, absent or only in part there."""

import math

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analytics.indicators import series

NAN = float("nan")
YEAR = 2020
# What a cell is: absent, suppressed, or published with so many jobs.
cell = st.one_of(st.none(), st.just("suppressed"), st.integers(0, 10**6))
cells = st.dictionaries(st.sampled_from(["1", "2", "3", "5"]), cell)
total = st.one_of(st.just(NAN), st.integers(0, 10**8).map(float))


def frame(held):
    """The cells of one industry in the year, {ownership: what it is}."""
    rows = [
        {
            "year": YEAR,
            "ownership": owner,
            "employment": NAN if jobs == "suppressed" else float(jobs),
            "wages": NAN if jobs == "suppressed" else 40_000.0 * jobs,
            "allocated": 0.0,
            "cells_published": int(jobs != "suppressed"),
            "cells_suppressed": int(jobs == "suppressed"),
        }
        for owner, jobs in held.items()
        if jobs is not None
    ]
    names = "year ownership employment wages allocated cells_published cells_suppressed"
    return pd.DataFrame(rows, columns=names.split())


def why(here, there, covered, base_covered):
    """In plain steps, the reason why there is no quotient."""
    jobs = {owner: n for owner, n in here.items() if isinstance(n, int)}
    base = {owner: n for owner, n in there.items() if isinstance(n, int)}
    if not jobs:
        return "suppressed" if "suppressed" in here.values() else "missing"
    if not covered > 0 or not base_covered > 0:
        return "no total"
    if any(there.get(owner) is None for owner in jobs):
        return "no base"
    if any(there[owner] == "suppressed" for owner in jobs):
        return "base suppressed"
    return "" if sum(base.values()) else "zero base"


@given(cells, cells, total, total)
def test_a_quotient_is_a_number_or_has_a_reason_and_is_never_infinite(here, there, own, base):
    found = series.yearly(frame(here), {YEAR: (own, base)}, frame(there), {YEAR: 1.0}).iloc[0]
    assert found.reason == why(here, there, own, base)
    assert math.isfinite(found.lq) == (found.reason == "")
    if not found.reason:
        jobs, others = (
            sum(n for n in held.values() if isinstance(n, int)) for held in (here, there)
        )
        assert math.isclose(found.lq, (jobs / own) / (others / base))
    assert found.undisclosed == sum(value == "suppressed" for value in here.values())


def test_a_year_without_any_cell_keeps_its_place():
    found = series.yearly(frame({}), {YEAR: (NAN, 10.0), YEAR + 1: (5.0, 10.0)}, frame({}), {})
    assert list(found.year) == [YEAR, YEAR + 1]
    assert list(found.reason) == ["missing", "missing"]
    assert found[["employment", "lq", "pay_nominal", "pay_real"]].isna().all(axis=None)
