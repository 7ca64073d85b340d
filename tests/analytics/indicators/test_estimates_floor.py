"""What changes from or to next to nothing, because it was estimated, is no growth."""

import pandas as pd
import pytest

from analytics.indicators import naics, revisions
from analytics.sources import bridge

SPAN = naics.Span(2019, 2021, 1.0)
TOTALS = naics.Totals(1000.0, 1000.0, 9000.0, 9000.0)


def cells(*values, estimated=True):
    """Cells of one industry: pairs of jobs at the start and at the end."""
    rows = [
        {
            "area": f"3904{n}",
            "part": "",
            "ownership": "5",
            "industry": "3254",
            "year": year,
            "employment": jobs,
            "wages": jobs * 50_000,
            "cells_published": 1,
            "cells_suppressed": int(estimated),
            "cells_estimated": int(estimated),
        }
        for n, pair in enumerate(values)
        for year, jobs in zip((SPAN.start, SPAN.end), pair, strict=True)
    ]
    frame = pd.DataFrame(rows)
    return revisions.carried(frame, revisions.links_frame(bridge.links(2019, 2021)))


def changes(*values, **kinds):
    """(growth, change of pay, change of the quotient) of the cells against a steady base."""
    local, base = cells(*values, **kinds), cells((900.0, 900.0), estimated=False)
    facts = naics.facts(local, base, SPAN, pd.Series({"3254": "comparable"}))
    row = naics.indicators(facts, TOTALS, SPAN).loc["3254"]
    return [row[name] == row[name] for name in ("growth", "wage_change", "lq_change")]


@pytest.mark.parametrize(
    ("values", "known"),
    [
        ([(0.006, 12.0)], False),
        ([(12.0, 0.006)], False),
        ([(0.4, 12.0), (0.4, 12.0)], False),
        ([(0.6, 12.0), (0.4, 12.0)], True),
        ([(1.0, 12.0)], True),
    ],
)
def test_estimates_that_sum_to_under_a_job_are_not_compared(values, known):
    assert changes(*values) == [known] * 3


def test_what_is_published_is_compared_however_small():
    assert changes((12.0, 0.0), estimated=False)[0]


@pytest.mark.parametrize(("jobs", "known"), [(0.006, False), (1.0, True)])
def test_pay_of_estimates_under_a_job_is_not_formed(jobs, known):
    local, base = cells((jobs, 12.0)), cells((900.0, 900.0), estimated=False)
    facts = naics.facts(local, base, SPAN, pd.Series({"3254": "comparable"}))
    row = naics.indicators(facts, TOTALS, SPAN).loc["3254"]
    assert [row.wage_start == row.wage_start, row.wage_end] == [known, 50_000]
