"""Codes and the revisions that change them."""

import csv

import pytest

from analytics.sources import industries


@pytest.mark.parametrize(
    ("year", "revision"),
    [
        (1990, 2002),
        (2006, 2002),
        (2007, 2007),
        (2011, 2012),
        (2016, 2012),
        (2017, 2017),
        (2030, 2022),
    ],
)
def test_the_revision_of_a_year(year, revision):
    assert industries.revision_of(year) == revision


@pytest.mark.parametrize(
    ("code", "start", "end", "phrase"),
    [
        ("3254", 2016, 2023, "comparable"),
        ("4521", 2016, 2023, "only at start"),
        ("4521", 2015, 2016, "comparable"),
        ("4471", 2016, 2023, "only at start"),  # renumbered one to one
        ("4571", 2016, 2023, "only at end"),
        ("5171", 2016, 2023, "changed in 2017, 2022"),  # ended, and came back as something else
        ("5171", 2016, 2020, "only at start"),
        ("4451", 2016, 2023, "changed in 2022"),
        ("4451", 2017, 2021, "comparable"),
        ("2381", 2006, 2012, "changed in 2012"),
        ("9999", 1990, 2023, "comparable"),
        ("0000", 2016, 2023, "not in NAICS"),
    ],
)
def test_whether_a_code_means_the_same_in_two_years(code, start, end, phrase):
    assert industries.comparability(code, start, end) == phrase


def test_titles_follow_the_years():
    assert industries.title("5171", 2012, 2016) == "Wired Telecommunications Carriers"
    assert industries.title("5171", 2016, 2023).startswith("Wired and Wireless")
    assert industries.title("4521", 2016, 2023) == "Department Stores"
    assert industries.title("0000", 2016, 2023) == ""
    assert industries.titles()["5171"].startswith("Wired and Wireless")


@pytest.mark.parametrize(
    ("code", "sector"),
    [("3254", "31-33"), ("4451", "44-45"), ("4921", "48-49"), ("9999", "99"), ("0000", "")],
)
def test_the_sector_of_a_code(code, sector):
    assert industries.sector_of(code) == sector


def test_our_tables_say_what_the_census_concordances_say(data_dir):
    """Each 4-digit code that a revision touches, from the source that ours was derived from."""
    with (data_dir / "naics/naics4_changes_by_revision.csv").open() as file:
        source = {
            (code, int(row["to_version"]))
            for row in csv.DictReader(file)
            for code in [row["from_code4"], *row["to_codes4"].split()]
        }
    assert industries.touched() == source


def test_our_tables_hold_the_titles_of_each_revision(data_dir):
    for revision in (2007, 2012, 2017, 2022):
        with (data_dir / f"naics/naics_{revision}_titles.csv").open() as file:
            source = {r["code"]: r["title"] for r in csv.DictReader(file) if r["level"] == "4"}
        held = {code: title for (code, r), title in industries.table().items() if r == revision}
        assert held == source | {"9999": "Unclassified"}
