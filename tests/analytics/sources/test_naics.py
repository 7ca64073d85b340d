"""Codes of two to six digits and the revisions they are of."""

import pytest

from analytics.sources import naics

ALL = [2002, 2007, 2012, 2017, 2022]


@pytest.mark.parametrize(
    ("code", "revisions"),
    [
        ("3254", ALL),
        ("31-33", ALL),
        ("452111", [2002, 2007, 2012]),
        ("5171", [2002, 2007, 2012, 2022]),  # ended, and came back with another meaning
        ("449", [2022]),
        ("238221", ALL),  # BLS's piece of 238220
        ("999999", []),
        ("1", []),
    ],
)
def test_which_revisions_have_a_code(code, revisions):
    assert naics.revisions_of(code) == revisions


@pytest.mark.parametrize(
    ("code", "revision", "fours"),
    [
        ("3254", 2012, ["3254"]),
        ("325411", 2012, ["3254"]),
        ("452", 2012, ["4521", "4529"]),
        ("22", 2022, ["2211", "2212", "2213"]),
        ("48-49", 2022, None),
    ],
)
def test_the_industries_of_a_code(code, revision, fours):
    found = naics.four_digits(code, revision)
    if fours is None:
        assert {found[0][:2], found[-1][:2]} == {"48", "49"}
    else:
        assert found == fours


def test_codes_are_carried_forward_to_the_year_of_a_table():
    assert naics.in_year(["4521", "3254"], 2012, 2018) == {"4522", "4523", "3254"}
    assert naics.in_year(["4521"], 2012, 2016) == {"4521"}
    assert naics.in_year(["5171"], 2022, 2016) == {"5171"}  # the bridge leads forward alone
