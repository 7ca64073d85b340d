"""The formulas at their edges: zero, missing, and series like single numbers."""

import numpy as np
import pandas as pd
import pytest

from analytics.indicators import concentration, growth, pay

MISSING = float("nan")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(100, 121, 0.1), (121, 100, -0.09090909090909094), (100, 100, 0.0), (100, 0, -1.0)],
)
def test_growth_over_two_years(start, end, expected):
    assert float(growth.annual(start, end, 2)) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(("start", "end"), [(0, 10), (MISSING, 10), (10, MISSING), (0, 0)])
def test_growth_without_a_base_is_no_number_and_never_infinite(start, end):
    assert np.isnan(growth.annual(start, end, 5))
    assert np.isnan(growth.relative(start, end))


def test_series_give_series():
    start, end = pd.Series([100.0, 0.0]), pd.Series([110.0, 10.0])
    np.testing.assert_array_equal(growth.relative(start, end), [1.1 - 1, MISSING])


def test_a_quotient_is_a_share_over_a_share():
    assert concentration.location_quotient(50, 1_000, 10, 400) == 2.0


@pytest.mark.parametrize("figures", [(50, 0, 10, 400), (50, 1_000, 0, 400), (50, 1_000, 10, 0)])
def test_a_quotient_over_nothing_is_no_number(figures):
    assert np.isnan(concentration.location_quotient(*figures))


def test_pay_without_jobs_is_no_number():
    assert np.isnan(pay.average(0, 0))
    assert pay.average(5_000_000, 100) == 50_000
