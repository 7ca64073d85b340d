"""Areas as one region: the table of metropolitan areas, overlaps, years, and the search."""

import csv

import pytest

from analytics.sources import areas, geography, metropolitan


def test_the_table_holds_the_delineation_whole():
    known = [row for row in metropolitan.areas().values() if row["counties"]]
    counties = [county for row in known for county in row["counties"]]
    assert [
        sum(row["kind"] == kind for row in known) for kind in ("metropolitan", "micropolitan")
    ] == [
        384,
        542,
    ]
    assert len(counties) == len(set(counties)) == 1840
    assert set(counties) <= set(areas.counties())


def test_every_area_that_bls_lists_is_known(data_dir):
    for year in (2020, 2025):
        path = data_dir / f"titles/area_titles_{year}.csv"
        with path.open(newline="", encoding="utf-8") as file:
            codes = {row["area_fips"] for row in csv.DictReader(file)}
        listed = {code for code in codes if code.startswith("C") and not code.startswith("CS")}
        assert listed <= set(metropolitan.areas())


def test_the_counties_of_columbus():
    assert metropolitan.counties_of("C1814") == tuple(
        "39041 39045 39049 39073 39089 39097 39117 39127 39129 39159".split()
    )
    assert metropolitan.counties_of("C1002") == metropolitan.counties_of("39049") == ()


@pytest.mark.parametrize(
    ("codes", "pairs"),
    [
        (["39049", "39041"], []),
        (["39049", "39000"], [("39049", "39000")]),
        (["39049", "C1814"], [("39049", "C1814")]),
        (["C1714", "39000"], [("C1714", "39000")]),  # Cincinnati lies in three states
        (["C1814", "13000"], []),
        (["39049", "US000"], [("39049", "US000")]),
        (["39999", "39000"], [("39999", "39000")]),
    ],
)
def test_areas_that_share_places(codes, pairs):
    assert geography.overlaps(codes) == pairs


@pytest.mark.parametrize(
    ("codes", "span", "found"),
    [
        (["09001", "39049"], (2016, 2023), {}),
        (["09001"], (2016, 2024), {"09001": (None, 2023)}),
        (["09110"], (2016, 2024), {"09110": (2024, None)}),
        (["09110"], (2024, 2025), {}),
        (["09000"], (2016, 2025), {}),
    ],
)
def test_areas_whose_figures_end_or_begin_within_the_years(codes, span, found):
    assert geography.without_figures(codes, *span) == found


@pytest.mark.parametrize(
    ("words", "state", "codes"),
    [
        ("columbus", "39", ["C1814"]),
        ("franklin oh", "", ["39049"]),
        ("Columbus,", "37", ["37047"]),
        ("46102", "", ["46102"]),
        ("shannon sd", "", ["46102"]),  # by its earlier name
        ("46113", "", ["46102"]),
        ("unknown ohio", "", ["39999"]),
        ("Columbus, Ohio", "", ["C1814"]),
        ("us000", "", ["US000"]),
        ("nowhere at all", "", []),
        ("", "", []),
    ],
)
def test_the_search(words, state, codes):
    assert geography.search(words, state) == codes


def test_a_state_lists_everything_in_it():
    found = geography.search("", "09")
    assert found[0] == "09000"
    assert found[-1] == "09999"
    assert {"C1486", "09001", "09110"} <= set(found)
    assert len(found) == 28
