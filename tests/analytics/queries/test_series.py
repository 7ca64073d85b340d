"""Yearly series: each year summed, bridged, and honest about what is not there."""

import math

import pytest

from analytics.queries import ALL, yearly_series
from tests import second_answers
from tests.factories.analytics import RegionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("owners", [("1", "2", "3", "5"), ("5",), ("2", "3")])
@pytest.mark.parametrize("code", ["6113", "5171", "4451", "3254"])
def test_both_ends_are_those_of_the_naics_table(statistics, code, owners):
    statistics.load()
    series = yearly_series(RegionFactory(areas=statistics.areas), code, owners)
    answers = second_answers.naics_table(statistics.files, **statistics.scope, ownerships=owners)
    answer = answers.get(code) or dict.fromkeys(next(iter(answers.values())), None)
    years = series.here.set_index("year")
    for end, year in (("start", 2016), ("end", 2023)):
        assert years.at[year, "undisclosed"] == (answer[f"undisclosed_{end}"] or 0)
        assert (years.at[year, "reason"] == "") == (answer[f"lq_{end}"] is not None)
        for column, name in (("employment", "employment"), ("lq", "lq")):
            expected = answer[f"{name}_{end}"]
            value = years.at[year, column]
            assert value == pytest.approx(expected) or (expected is None and math.isnan(value))
    base = series.base.set_index("year")
    if code in answers:
        expected = answer["base_employment_end"]
        assert base.at[2023, "employment"] == pytest.approx(expected) or expected is None


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


@pytest.mark.parametrize("owners", [("5",), ("1", "5"), ("2", "3")])
def test_all_industries_of_some_ownerships_are_a_share_of_all_covered_jobs(statistics, owners):
    statistics.load()
    series = yearly_series(RegionFactory(areas=statistics.areas), ALL, owners)
    _cells, totals = second_answers.read(statistics.files)
    for frame, areas in ((series.here, statistics.areas), (series.base, [statistics.base])):
        years = frame.set_index("year")
        for year in (statistics.start, statistics.end):
            jobs, wages, hidden = second_answers.all_industries(
                statistics.files, areas, year, owners
            )
            there, *_rest = second_answers.all_industries(
                statistics.files, [statistics.base], year, owners
            )
            row = years.loc[year]
            assert (row.employment, row.undisclosed) == pytest.approx(
                (math.nan if jobs is None else jobs, hidden), nan_ok=True
            )
            if jobs:
                assert row.pay_nominal == pytest.approx(wages / jobs)
            if jobs and there and not row.reason:
                covered = sum(totals[area, year] for area in areas)
                share = there / totals[statistics.base, year]
                assert row.lq == pytest.approx(jobs / covered / share)


def test_a_total_that_the_file_does_not_give_is_undisclosed_and_never_zero(invented):
    """The invented counties have industries of all ownerships, and the total of private ones."""
    invented.load()
    region = RegionFactory(areas=invented.areas)
    private, government = (yearly_series(region, ALL, own) for own in (("5",), ("1", "2", "3")))
    first = private.here.set_index("year").loc[2016]
    assert (first.undisclosed, first.reason) == (0, "")
    assert 0 < first.lq < 2
    without = government.here.set_index("year").loc[2016]
    assert without.undisclosed > 0
    assert math.isnan(without.employment)
    assert (math.isnan(without.lq), without.reason) == (True, "suppressed")


def test_a_region_whose_base_nobody_imported_has_jobs_and_no_quotient(invented):
    invented.load([path for path in invented.files if "US000" not in path.name])
    series = yearly_series(RegionFactory(areas=invented.areas), "6113", ("5",))
    last = series.here.set_index("year").loc[2023]
    assert last.employment > 0
    assert (math.isnan(last.lq), last.reason) == (True, "no total")
