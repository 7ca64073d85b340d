import pytest

from core import guide
from core.guide import AMBER, GREEN


def test_a_region_matches_activity_and_commuting():
    lights = [guide.region(*reasons).light for reasons in ((1, 1), (1, 0), (0, 1), (0, 0))]
    assert lights == [GREEN, AMBER, AMBER, AMBER]


@pytest.mark.parametrize(
    ("handed_in", "team", "light"), [(0, 0, AMBER), (2, 3, AMBER), (3, 3, GREEN), (4, 3, GREEN)]
)
def test_everybody_looks_at_the_table_before_the_team_discusses_it(handed_in, team, light):
    assert guide.observations(handed_in, team).light == light


@pytest.mark.parametrize(
    ("start", "end", "light"),
    [(2016, 2023, AMBER), (2010, 2020, GREEN), (2000, 2015, GREEN), (1990, 2006, AMBER)],
)
def test_growth_is_judged_over_ten_to_fifteen_years(start, end, light):
    advice = guide.years_compared(start, end)
    assert advice.light == light
    assert str(end - start) in advice.sentence


def test_a_recession_at_an_end_of_the_span_is_named():
    assert guide.end_points(2016, 2023).light == GREEN
    advice = guide.end_points(2009, 2020)
    assert advice.light == AMBER
    assert advice.sentence.startswith("2009, 2020 was")
