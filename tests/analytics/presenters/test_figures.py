import math

import pytest

from analytics import presenters


@pytest.mark.parametrize(
    ("fraction", "words"),
    [
        (0.0397, "+4.0\N{NO-BREAK SPACE}%"),
        (-0.0123, "−1.2\N{NO-BREAK SPACE}%"),
        (-0.0004, "0.0\N{NO-BREAK SPACE}%"),
        (11.5, "+1,150.0\N{NO-BREAK SPACE}%"),
        (math.nan, "n/a"),
        (None, "n/a"),
    ],
)
def test_a_change_has_its_sign_and_one_decimal(fraction, words):
    assert presenters.percent(fraction) == words


def test_growth_says_that_it_is_by_the_year():
    assert presenters.growth(0.0397) == "+4.0\N{NO-BREAK SPACE}% a year"
    assert presenters.growth(None) == "n/a"


def test_levels_are_grouped_and_rounded():
    assert presenters.jobs(66370.0) == "66,370"
    assert presenters.dollars(31169.55) == "$31,170"
    assert presenters.quotient(0.984) == "0.98"
    assert presenters.difference(0.123) == "+0.12"


@pytest.mark.parametrize("figure", [presenters.jobs, presenters.dollars, presenters.quotient])
def test_an_undisclosed_figure_is_called_so_and_zero_stays_a_number(figure):
    assert figure(math.nan, undisclosed=3) == "undisclosed"
    assert figure(math.nan) == "n/a"
    assert figure(0, undisclosed=3).lstrip("$").startswith("0")
