"""Shift-share at its edges, and its parts against the change they explain."""

import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.indicators import naics, shift_share

NAN = float("nan")
jobs = st.integers(0, 10**7).map(Fraction)
some = st.integers(1, 10**7).map(Fraction)


@given(jobs, jobs, some, jobs, some, jobs)
def test_the_parts_add_to_the_change_exactly(start, end, base_start, base_end, first, last):
    """In fractions, where nothing is rounded."""
    parts = shift_share.components(start, end, base_start, base_end, last / first - 1)
    assert parts["national"] + parts["mix"] + parts["competitive"] == parts["change"]
    assert parts["change"] == end - start
    assert parts["national"] == start * (last - first) / first
    assert parts["national"] + parts["mix"] == start * (base_end - base_start) / base_start


def test_a_worked_example():
    """1,000 jobs became 1,150; all jobs of the base grew 10 %, its industry 4 %."""
    parts = shift_share.components(1000.0, 1150.0, 50_000.0, 52_000.0, 0.1)
    assert parts == {
        "change": 150,
        "national": 100,
        "mix": pytest.approx(-60),
        "competitive": pytest.approx(110),
    }


def test_what_starts_from_zero_is_the_regions_own():
    parts = shift_share.components(0.0, 30.0, 100.0, 90.0, 0.1)
    assert parts == {"change": 30, "national": 0, "mix": 0, "competitive": 30}


@pytest.mark.parametrize("base_start", [0.0, NAN])
def test_without_a_base_there_are_no_parts_and_no_infinity(base_start):
    parts = shift_share.components(10.0, 30.0, base_start, 90.0, 0.1)
    assert math.isnan(parts["mix"])
    assert math.isnan(parts["competitive"])


def test_a_share_of_growth_needs_growth():
    assert shift_share.share_of_growth(30, 120) == 0.25
    assert shift_share.share_of_growth(-30, 120) == -0.25
    assert math.isnan(shift_share.share_of_growth(30, 0))
    assert math.isnan(shift_share.share_of_growth(-30, -120))


FACTS = {
    # name: shifted, base_shifted, matched_start, undisclosed_start, compared, the undisclosed cells
    # of the base and its jobs that weights allocated
    "": ((100, 120), (1000, 1100), 100, 0, True, 0, 0),
    "suppressed": ((NAN, NAN), (1000, 1100), NAN, 2, True, 0, 0),
    "missing": ((NAN, NAN), (1000, 1100), NAN, 0, True, 0, 0),
    "not comparable": ((NAN, NAN), (NAN, NAN), 100, 0, False, 1, 900),
    "base not comparable": ((NAN, NAN), (NAN, NAN), 100, 0, True, 1, 251),
    "base suppressed": ((NAN, NAN), (NAN, NAN), 100, 0, True, 1, 250),
    "no base": ((NAN, NAN), (NAN, NAN), 100, 0, True, 0, 0),
    "zero base": ((100, 120), (0, 1100), 100, 0, True, 0, 0),
}


@pytest.fixture
def facts():
    return pd.DataFrame(
        [
            {
                "shifted_start": here[0],
                "shifted_end": here[1],
                "base_shifted_start": there[0],
                "base_shifted_end": there[1],
                "matched_start": matched,
                "undisclosed_start": hidden,
                "undisclosed_end": 0,
                "base_undisclosed_start": base_hidden,
                "base_undisclosed_end": 0,
                "base_employment_start": 1000,
                "base_allocated": allocated,
            }
            for here, there, matched, hidden, _, base_hidden, allocated in FACTS.values()
        ],
        index=list(FACTS),
        dtype=float,
    )


def test_each_missing_part_has_its_reason(facts):
    compared = pd.Series([row[4] for row in FACTS.values()], index=facts.index)
    totals = naics.Totals(10_000, 11_000, 200_000, 220_000)
    table = shift_share.table(facts, totals, compared)
    assert table.reason.to_dict() == {name: name for name in FACTS}
    known = table.drop(columns="reason").notna()
    assert known.loc[""].all()
    assert not known.drop(index="").any(axis=None)
    assert not np.isinf(table.drop(columns="reason")).any(axis=None)
    assert table.at["", "share_of_growth"] == 0.02


def test_without_the_bases_total_nothing_is_known(facts):
    compared = pd.Series(True, index=facts.index)
    table = shift_share.table(facts, naics.Totals(1, 1, NAN, 1), compared)
    assert set(table.reason) == {"no total"}
