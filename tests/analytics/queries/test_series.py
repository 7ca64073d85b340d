"""Yearly series: each year summed, bridged, and honest about what is not there."""

import math

import pytest

from analytics.queries import ALL, yearly_series
from tests import second_answers
from tests.factories.analytics import RegionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["6113", "5171", "4451"])
def test_both_ends_are_those_of_the_naics_table(statistics, code):
    statistics.load()
    series = yearly_series(RegionFactory(areas=statistics.areas), code)
    answer = second_answers.naics_table(statistics.files, **statistics.scope)[code]
    years = series.here.set_index("year")
    for end, year in (("start", 2016), ("end", 2023)):
        assert years.at[year, "undisclosed"] == answer[f"undisclosed_{end}"]
        for column, name in (("employment", "employment"), ("lq", "lq")):
            expected = answer[f"{name}_{end}"]
            value = years.at[year, column]
            assert value == pytest.approx(expected) or (expected is None and math.isnan(value))
    base = series.base.set_index("year")
    assert base.at[2023, "employment"] == pytest.approx(answer["base_employment_end"])


def test_a_year_that_nobody_imported_has_no_figures(invented):
    invented.load()
    series = yearly_series(RegionFactory(areas=invented.areas), "6113")
    assert list(series.here.year) == list(range(2016, 2024))
    assert [year for year, held in series.held.items() if held == (True, True)] == [2016, 2023]
    between = series.here[series.here.year.between(2017, 2022)]
    assert between[["employment", "lq", "pay_nominal", "pay_real"]].isna().all(axis=None)


def test_all_covered_employment_has_quotient_one_and_real_pay(invented):
    invented.load()
    series = yearly_series(RegionFactory(areas=invented.areas), ALL)
    _cells, totals = second_answers.read(invented.files)
    years = series.here.set_index("year")
    for year in (2016, 2023):
        assert years.at[year, "employment"] == sum(totals[area, year] for area in invented.areas)
        assert years.at[year, "lq"] == 1
        assert years.at[year, "pay_nominal"] == 50_000
    assert years.at[2023, "pay_real"] == 50_000
    assert years.at[2016, "pay_real"] > 50_000


def test_without_any_data_there_is_no_figure_and_no_error():
    series = yearly_series(RegionFactory(areas=["39049"]), "6113")
    assert series.here.employment.isna().all()
    assert set(series.held.values()) == {(False, False)}
