"""The consumer price index."""

import csv

import pytest

from analytics.sources import prices
from core.problems import Problem


def test_the_index_is_that_of_bls():
    assert (prices.index(2016), prices.index(2023)) == (240.007, 304.702)
    assert prices.ratio(2016, 2023) == 304.702 / 240.007


def test_every_year_of_the_published_series(data_dir):
    with (data_dir / "cpi/cpi_u_all_items_annual.csv").open() as file:
        source = {
            int(row["year"]): float(row["annual_avg_index"])
            for row in csv.DictReader(file)
            if row["series_id"] == prices.SERIES
        }
    assert prices.annual_indexes() == source


def test_a_year_without_an_index_is_said_in_words():
    with pytest.raises(Problem) as refusal:
        prices.index(2999)
    assert "2999" in str(refusal.value)
    assert "1913" in str(refusal.value)
