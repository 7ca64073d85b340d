"""The consumer price indexes, and which one is a region's."""

import csv

import pytest

from analytics.sources import prices
from core.problems import Problem
from tests.refusals import refused

US, MIDWEST, WEST = "CUUR0000SA0", "CUUR0200SA0", "CUUR0400SA0"
NEW_YORK, DENVER = "CUURS12ASA0", "CUURS48BSA0"


def test_the_index_is_that_of_bls():
    us = prices.series(US)
    assert (us.index(2016), us.index(2023)) == (240.007, 304.702)
    assert us.ratio(2016, 2023) == 304.702 / 240.007
    assert us.title == "CPI-U, U.S. city average (CUUR0000SA0)"


def test_every_year_of_every_published_series(data_dir):
    source = {}
    with (data_dir / "cpi/cpi_u_all_items_annual.csv").open() as file:
        for row in csv.DictReader(file):
            years = source.setdefault(row["series_id"], {})
            years[int(row["year"])] = float(row["annual_avg_index"])
    ours = prices.all_series()
    assert source.keys() == ours.keys()
    for series, years in source.items():
        assert {year: ours[series].indexes[year] for year in years} == years, series


def test_an_area_published_every_half_year_has_the_annual_average_of_its_twin_series():
    """Denver from 1987 to 2017: BLS gives its annual average with the half years (CUUSS48BSA0)."""
    assert prices.series(DENVER).index(2016) == 246.643
    assert prices.series(DENVER).covers(range(1964, 2026))


def test_a_year_without_an_index_is_said_with_the_years_there_are():
    washington = prices.series("CUURS35ASA0")
    with refused("no_price_index"):
        washington.index(2010)
    with pytest.raises(Problem, match=r"for 2010, .* \(1915-1997, 2015-2025\)"):
        washington.index(2010)


def test_an_unknown_series_is_said_in_words():
    with refused("no_price_series"):
        prices.series("CUSR0000SA0")  # seasonally adjusted


@pytest.mark.parametrize(
    ("areas", "years", "series"),
    [
        (["36061", "34003", "C3562"], (2016, 2023), NEW_YORK),
        (["36061", "42101"], (2016, 2023), "CUUR0100SA0"),  # two cities of the Northeast
        (["36061", "39049"], (2016, 2023), US),
        (["39049", "39999", "39000", "C1814"], (2016, 2023), MIDWEST),
        (["C1714"], (2016, 2023), US),  # Cincinnati is in two regions
        (["72001"], (2016, 2023), US),  # Puerto Rico is in none
        (["US000"], (2016, 2023), US),
        (["central-ohio"], (2016, 2023), US),
        (["08031"], (1990, 2023), DENVER),
        (["06065", "06071"], (2018, 2023), "CUURS49CSA0"),
        (["C4014"], (2016, 2023), WEST),  # Riverside's own index begins in 2018
        (["09110"], (2016, 2024), "CUUR0100SA0"),  # a planning region of Connecticut
        ([], (2016, 2023), US),
    ],
)
def test_the_nearest_series_that_has_the_years(areas, years, series):
    assert prices.series_for(areas, years).id == series


def test_every_price_area_of_the_table_has_a_series_and_every_state_a_region():
    table = prices.price_areas()
    assert {prices.series_id(code) for code in table.values()} <= prices.all_series().keys()
    states = {area: code for area, code in table.items() if len(area) == 2}
    assert len(states) == 51
    assert set(states.values()) == set(prices.REGIONS)
    for area, code in table.items():
        if code not in prices.REGIONS and area.isdigit():
            assert len(area) == 5
