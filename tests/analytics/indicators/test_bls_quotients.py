"""Our quotients against those that BLS printed in the same files, ownership by ownership.

The difference that remains is BLS's own: it computed its quotients with the US figures of that
day, and revised those later.
"""

import csv

import pytest

from analytics.indicators.concentration import location_quotient
from analytics.queries.cells import cells_of

pytestmark = pytest.mark.django_db
YEAR = 2023


@pytest.fixture
def compared(central_ohio):
    """(ours, BLS's, or None for ours where there is no US row) of each disclosed 4-digit row."""
    files = [f for f in central_ohio.files if f"/{YEAR}/" in str(f)]
    central_ohio.load(files)
    cells = cells_of((*central_ohio.areas, "US000"), (YEAR,))
    values = cells.set_index(["area", "ownership", "industry"])
    jobs = values.employment.to_dict()
    pairs = []
    for area, ownership, industry, printed in printed_quotients(files):
        base = jobs.get(("US000", ownership, industry))
        totals = jobs[area, "0", "10"], jobs["US000", "0", "10"]
        ours = (
            None
            if base is None
            else location_quotient(jobs[area, ownership, industry], totals[0], base, totals[1])
        )
        pairs.append((ours, printed))
    return pairs


def printed_quotients(files):
    for path in files:
        with path.open(newline="") as file:
            for row in csv.DictReader(file):
                if row["agglvl_code"] == "76" and row["disclosure_code"] == "":
                    yield (
                        row["area_fips"],
                        row["own_code"],
                        row["industry_code"],
                        float(row["lq_annual_avg_emplvl"]),
                    )


def test_our_quotients_are_those_of_bls(compared):
    pairs = [(float(ours), printed) for ours, printed in compared if ours is not None]
    gaps = [(abs(ours - printed), printed) for ours, printed in pairs]
    assert {
        "disclosed rows": len(compared),
        "without a US row": len(compared) - len(pairs),
        "within 0.01": sum(gap <= 0.01 for gap, _printed in gaps),
        "within 0.02": sum(gap <= 0.02 for gap, _printed in gaps),
        "within 0.02 or 1 %": sum(gap <= max(0.02, 0.01 * printed) for gap, printed in gaps),
        "rounded, within 0.02": sum(abs(round(a, 2) - b) <= 0.02 + 1e-9 for a, b in pairs),
    } == {
        "disclosed rows": 1798,
        "without a US row": 10,
        "within 0.01": 1728,  # 96.6 % of 1,788
        "within 0.02": 1753,  # 98.0 %
        "within 0.02 or 1 %": 1775,  # 99.3 %
        "rounded, within 0.02": 1757,  # 98.3 %
    }
