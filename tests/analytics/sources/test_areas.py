"""Names and codes of areas."""

import pytest

from analytics.sources import areas


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("39049", "Franklin County, OH"),
        ("39000", "Ohio"),
        ("US000", "United States"),
        ("46113", "Shannon County, SD"),  # its name before it became 46102
        ("46102", "Oglala Lakota County, SD"),
        ("C1814", "Columbus, OH metropolitan area"),
        ("C368A", "Ottawa, IL micropolitan area"),  # a code with a letter
        ("39999", "Unknown county, OH"),
        ("09110", "Capitol Planning Region, CT"),
        ("central-ohio", "central-ohio"),
    ],
)
def test_the_name_of_a_code(code, name):
    assert areas.name(code) == name


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Franklin County, OH", ["39049"]),
        ("franklin  county, ohio", ["39049"]),
        ("Franklin, OH", ["39049"]),
        ("Ohio", ["39000"]),
        ("united states", ["US000"]),
        ("Atlantis", []),
        ("Columbus, OH", ["C1814"]),
        ("Athens, OH", ["39009"]),  # the county, rather than the micropolitan area
    ],
)
def test_the_codes_of_a_name(text, codes):
    assert areas.find(text) == codes


def test_a_name_of_many_counties_gives_them_all():
    assert {"39049", "01059"} <= set(areas.find("Franklin"))


@pytest.mark.parametrize(
    ("text", "answer"),
    [("39049", True), ("C1814", True), ("US000", True), ("99001", False), ("Ohio", False)],
)
def test_what_is_a_code(text, answer):
    assert areas.is_code(text) is answer


@pytest.mark.parametrize(
    ("code", "now"),
    [("46113", "46102"), ("02270", "02158"), ("12025", "12086"), ("46102", "46102")],
)
def test_a_county_that_got_another_number_is_the_same_place(code, now):
    assert areas.current(code) == now


@pytest.mark.parametrize(
    ("code", "years"), [("09001", (None, 2023)), ("09110", (2024, None)), ("39049", (None, None))]
)
def test_the_years_of_a_code(code, years):
    assert areas.years_of(code) == years
