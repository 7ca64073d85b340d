"""Golden tests: the Guide's figures 6A and 6B, recomputed."""

import numpy as np
import pandas as pd
import pytest

from analytics.indicators import concentration, growth, naics, pay
from tests.samples.guide import FIGURE_6A, FIGURE_6B, REST_OF_FIGURE_6B

CODES, JOBS_1990, JOBS_2003, PAY_2003, LQ_1990, LQ_2003 = map(list, zip(*FIGURE_6A, strict=True))
REGION = 1_000_000  # any total: it falls out of the quotient of sums


def base_jobs(jobs, quotients):
    """What the base has in each industry, if its total is that of the region."""
    return np.divide(jobs, quotients)


def test_the_rows_of_figure_6a_add_to_its_totals():
    assert (sum(JOBS_1990), sum(JOBS_2003)) == (40_090, 66_370)


def test_the_pay_of_2003_is_the_mean_weighted_by_jobs():
    wages = np.multiply(PAY_2003, JOBS_2003)
    assert round(float(pay.average(wages.sum(), sum(JOBS_2003))), -1) == 31_170


@pytest.mark.parametrize(("cluster", "start", "end", "printed"), FIGURE_6B)
def test_growth_of_figure_6b_to_the_printed_decimal(cluster, start, end, printed):
    assert round(100 * float(growth.annual(start, end, 2003 - 1990)), 1) == printed


@pytest.mark.parametrize(("cluster", "start", "end", "_growth"), FIGURE_6B)
def test_the_changes_of_jobs_and_pay_of_figure_6b_to_the_printed_per_cent(
    cluster, start, end, _growth
):
    jobs, pay_1990, pay_2003, change, *_quotients = REST_OF_FIGURE_6B[cluster]
    assert end - start == jobs
    assert round(100 * float(growth.relative(pay_1990, pay_2003))) == change


@pytest.mark.parametrize("cluster", REST_OF_FIGURE_6B)
def test_the_change_of_the_quotients_of_figure_6b_is_a_per_cent_of_the_first(cluster):
    """The printed quotients are rounded, so that the printed change lies between two others."""
    *_rest, first, last, change = REST_OF_FIGURE_6B[cluster]
    least = 100 * float(growth.relative(first + 0.005, last - 0.005))
    most = 100 * float(growth.relative(first - 0.005, last + 0.005))
    assert least - 0.5 <= change <= most + 0.5


def test_the_quotient_of_1990_comes_from_sums_and_not_from_the_mean_of_the_rows():
    base = base_jobs(JOBS_1990, LQ_1990)
    of_sums = concentration.location_quotient(sum(JOBS_1990), REGION, base.sum(), REGION)
    assert round(float(of_sums), 2) == 0.98
    assert round(np.mean(LQ_1990), 2) == 0.80


def test_the_product_computes_the_cluster_of_figure_6a_as_one():
    """The same numbers through the table's own path: cells in, one row of indicators out."""
    local = cells("local", (JOBS_1990, JOBS_2003))
    base = cells("base", (base_jobs(JOBS_1990, LQ_1990), base_jobs(JOBS_2003, LQ_2003)))
    comparability = pd.Series(naics.COMPARABLE, index=CODES)
    span = naics.Span(1990, 2003, dollar=1.3995)
    facts = naics.facts(local, base, span, comparability)
    totals = naics.Totals(REGION, REGION, REGION, REGION)
    row = naics.indicators(naics.total_of(facts), totals, span).iloc[0]
    assert (row.employment_start, row.employment_end) == (40_090, 66_370)
    assert round(100 * row.growth, 1) == 4.0
    assert round(row.lq_start, 2) == 0.98
    assert round(row.wage_end, -1) == 31_170


def cells(area, jobs_by_year):
    frames = [
        pd.DataFrame(
            {
                "area": area,
                "part": "",
                "ownership": "5",
                "industry": CODES,
                "year": year,
                "employment": np.asarray(jobs, dtype=float),
                "wages": np.multiply(jobs, PAY_2003).astype(float),
                "cells_published": 1,
                "cells_suppressed": 0,
                "allocated": 0.0,
            }
        )
        for year, jobs in zip((1990, 2003), jobs_by_year, strict=True)
    ]
    return pd.concat(frames, ignore_index=True)
