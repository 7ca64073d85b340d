"""Areas as one region: the table of metropolitan areas, overlaps, years, and the search."""

import csv
from collections import Counter

import pytest

from analytics.sources import areas, geography, metropolitan


@pytest.mark.parametrize(
    ("edition", "kinds", "count"),
    [(2018, {"metropolitan": 384, "micropolitan": 542}, 1840),
     (2023, {"metropolitan": 393, "micropolitan": 542}, 1915)],
)  # fmt: skip
def test_the_table_holds_each_delineation_whole(edition, kinds, count):
    held = [row for (_code, of), row in metropolitan.table().items() if of == edition]
    counties = [county for row in held for county in row["counties"]]
    assert Counter(row["kind"] for row in held) == kinds
    assert len(counties) == len(set(counties)) == count
    assert set(counties) <= set(areas.counties())


def test_every_area_that_bls_lists_is_known_and_has_its_title(data_dir):
    for year in (2020, 2025):
        path = data_dir / f"titles/area_titles_{year}.csv"
        with path.open(newline="", encoding="utf-8") as file:
            titles = {row["area_fips"]: row["area_title"] for row in csv.DictReader(file)}
        listed = {code for code in titles if code.startswith("C") and not code.startswith("CS")}
        assert listed <= set(metropolitan.areas())
    drawn = {code: row for (code, of), row in metropolitan.table().items() if of == 2023}
    assert {code: metropolitan.unaccented(row["title"]) for code, row in drawn.items()} == {
        code: titles[code].rpartition(" ")[0] for code in drawn
    }


def test_the_counties_of_columbus():
    old, new = (metropolitan.counties_of("C1814", edition) for edition in (2018, 2023))
    assert (
        old == new == tuple("39041 39045 39049 39073 39089 39097 39117 39127 39129 39159".split())
    )
    assert metropolitan.delineations("C1814") == {old: [2018, 2023]}
    assert metropolitan.delineations("C1002") == metropolitan.delineations("39049") == {}


def test_connecticut_has_counties_until_2023_and_planning_regions_since():
    assert metropolitan.delineations("C2554") == {
        ("09003", "09007", "09013"): [2018],
        ("09110", "09130"): [2023],
    }
    assert [metropolitan.edition_of(year) for year in (1990, 2023, 2024)] == [2018, 2018, 2023]


def test_what_a_delineation_took_and_gave_within_the_years():
    gone, come = ["09003", "09007", "09013"], ["09110", "09130"]
    assert geography.redrawn(["C2554", "C1814"], 2016, 2024) == {"C2554": (gone, come)}
    assert geography.redrawn(["C2554"], 2016, 2023) == {}


def test_an_area_that_a_delineation_does_not_have():
    assert geography.undrawn(["C4793", "C1814", "C1002"], 2016, 2024) == {"C4793": [2018]}
    assert geography.undrawn(["C4793"], 2024, 2025) == {}


def test_an_area_is_found_by_its_earlier_title_and_without_accents():
    assert metropolitan.find("atlanta-sandy springs-alpharetta, ga") == ["C1206"]
    assert metropolitan.find("atlanta-sandy springs-roswell, ga") == ["C1206"]
    assert metropolitan.find("espanola, nm") == ["C2158"]
    assert "C1206" in geography.search("alpharetta", "13")


def test_parts_count_twice_by_the_delineation_of_the_years():
    assert geography.overlaps(["09110", "C2554"], (2016, 2023)) == []
    assert geography.overlaps(["09110", "C2554"], (2024, 2025)) == [("09110", "C2554")]


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
    assert geography.overlaps(codes, (2016, 2023)) == pairs


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
