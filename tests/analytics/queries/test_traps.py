"""The traps of real files that concern what is made of the cells, by the numbers of their list."""

import csv
from itertools import pairwise

import pytest

from analytics import importer
from analytics.queries import held, table_of
from analytics.sources import bridge, industries
from tests.samples import qcew

pytestmark = pytest.mark.django_db

GEORGIA = "13000"
ATLANTA = ("13063", "13067", "13135", "13151")  # Clayton, Cobb, Gwinnett, Henry
HOSPITALS = "6221"


def rows_of(path):
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def jobs(row):
    """The jobs of a raw row, None where they are suppressed."""
    return None if row["disclosure_code"] == "N" else int(row["annual_avg_emplvl"])


def total(path):
    [row] = [row for row in rows_of(path) if row["own_code"] == "0"]
    return jobs(row)


@pytest.fixture
def atlanta(data_dir):
    """Four counties and their state, 2015 and 2017: the arguments of a table of them."""
    for year in (2015, 2017):
        for area in (*ATLANTA, GEORGIA):
            importer.import_file(data_dir / f"qcew/{year}/{area}.csv")
    return (ATLANTA, 2015, 2017, GEORGIA)


def test_traps_1_and_13_plain_sums_shrink_where_what_is_published_twice_grows(data_dir, atlanta):
    """Trap 1: denominators are published totals. Trap 13: growth counts cells known twice."""
    plain, matched, covered, disclosed = [0, 0], [0, 0], [0, 0], [0, 0]
    for area in ATLANTA:
        files = [data_dir / f"qcew/{year}/{area}.csv" for year in (2015, 2017)]
        cells = []
        for n, path in enumerate(files):
            covered[n] += total(path)
            fours = [row for row in rows_of(path) if row["agglvl_code"] == "76"]
            disclosed[n] += sum(jobs(row) or 0 for row in fours)
            cells.append(
                {row["own_code"]: jobs(row) for row in fours if row["industry_code"] == HOSPITALS}
            )
        start, end = cells
        for n in (0, 1):
            plain[n] += sum(known for known in cells[n].values() if known is not None)
            matched[n] += sum(
                cells[n][owner]
                for owner in start.keys() & end.keys()
                if start[owner] is not None and end[owner] is not None
            )
    assert plain[1] < plain[0]
    assert matched[1] > matched[0]
    row = table_of(*atlanta).set_index("naics").loc[HOSPITALS]
    assert (row.employment_start, row.employment_end) == tuple(plain)
    assert (row.matched_start, row.matched_end) == tuple(matched)
    assert row.growth == pytest.approx((matched[1] / matched[0]) ** (1 / 2) - 1)
    totals = held.read(*atlanta).totals
    assert [totals.start, totals.end] == covered
    assert all(known < every for known, every in zip(disclosed, covered, strict=True))


def test_trap_16_a_state_is_more_than_its_counties_where_the_unknown_one_is_missing(
    data_dir, atlanta
):
    """The base's total is the one that is published for it, and no sum over its parts."""
    for year, missing in ((2015, 131_005), (2016, 138_634), (2017, 131_384)):
        folder = data_dir / f"qcew/{year}"
        parts = [first_total(path) for path in folder.glob("13*.csv") if path.stem != GEORGIA]
        assert len(parts) == 159
        assert first_total(folder / f"{GEORGIA}.csv") - sum(parts) == missing
    totals = held.read(*atlanta).totals
    published = [total(data_dir / f"qcew/{year}/{GEORGIA}.csv") for year in (2015, 2017)]
    assert [totals.base_start, totals.base_end] == published


def first_total(path):
    """The total of an area, which is the first row of its file."""
    with path.open(newline="", encoding="utf-8") as file:
        row = next(csv.DictReader(file))
    assert row["own_code"] == "0"
    return jobs(row)


def test_trap_6_codes_end_begin_and_come_back_with_another_meaning():
    def held_by(revision):
        return {code for code, of in industries.table() if of == revision}

    old, middle, new = held_by(2012), held_by(2017), held_by(2022)
    assert old - middle == {"4521", "4529", "5171", "5172"}
    assert middle - old == {"4522", "4523", "5173"}
    ended = middle - new
    retail = {code for code in middle if "442" <= code[:3] <= "454"}
    assert len(ended) == 26
    assert retail & ended == ended - {"5111", "5112", "5151", "5152", "5173", "5179", "5191"}
    assert {"5171", "5178", "5192"} <= new - middle
    # The code that came back is fed by what it was called between, and not compared with itself.
    assert [link.old for link in bridge.origins("5171", 2018, 2023)] == ["5173", "5179"]
    revisions = ((2002, 2007), (2007, 2012))
    touched = [
        {code for code, by in industries.touched() if by == revision} & held_by(before)
        for before, revision in revisions
    ]
    assert [len(codes) for codes in touched] == [25, 12]


def test_trap_7_what_government_begins_to_disclose_is_no_growth(tmp_path):
    """In 2022 Ohio's state and local cells went from suppressed to published."""
    places = ("39041", "39049")
    for year in (2021, 2023):
        cells = [qcew.Cell("US000", "0", "10", year, "total", employment=10**6)]
        cells += [qcew.Cell("US000", own, "6111", year, employment=10**4) for own in "35"]
        for area in places:
            known = year == 2023 or area == places[0]
            cells += [
                qcew.Cell(area, "0", "10", year, "total", employment=9_000),
                qcew.Cell(area, "5", "6111", year, employment=100),
                qcew.Cell(area, "3", "6111", year, employment=700, disclosed=known),
            ]
        importer.import_file(qcew.write_annual(tmp_path / f"{year}.csv", cells))
    row = table_of(places, 2021, 2023, "US000").set_index("naics").loc["6111"]
    assert (row.employment_start, row.employment_end) == (900, 1600)
    assert (row.matched_start, row.matched_end, row.growth) == (900, 900, 0)
    assert (row.undisclosed_start, row.undisclosed_end) == (1, 0)


def test_trap_7_so_it_is_in_the_files(data_dir):
    shares = []
    for year in (2020, 2022, 2023):
        files = (data_dir / f"qcew/{year}").glob("39*.csv")
        rows = [row for path in files for row in rows_of(path)]
        own = [row for row in rows if row["own_code"] in "23" and row["agglvl_code"] == "76"]
        shares.append(sum(jobs(row) is None for row in own) / len(own))
    assert [round(share, 2) for share in shares] == [0.77, 0, 0]


def test_trap_15_the_pieces_of_construction_are_in_their_parents_and_count_once(tmp_path):
    """BLS's 238221 and 238222 are cells of six digits; the table adds cells of four."""
    six = {"agglvl_code": "78"}
    for year in (2016, 2023):
        cells = [qcew.Cell(area, "0", "10", year, "total") for area in ("39049", "US000")]
        cells += [qcew.Cell(area, "5", "2382", year, employment=50) for area in ("39049", "US000")]
        cells += [
            qcew.Cell("39049", "5", code, year, employment=25, more=six)
            for code in ("238221", "238222")
        ]
        importer.import_file(qcew.write_annual(tmp_path / f"{year}.csv", cells))
    rows = table_of(["39049"], 2016, 2023, "US000").set_index("naics")
    assert list(rows.index) == ["2382"]
    assert rows.loc["2382"].employment_end == 50


def test_trap_17_the_nation_is_its_own_row_whatever_islands_stand_beside_it(tmp_path):
    """Puerto Rico and the Virgin Islands are areas of their own, in no total of ours."""
    places = {"US000": 1_000, "39000": 600, "72000": 300, "78000": 100}
    for year in (2016, 2023):
        cells = [
            qcew.Cell(area, "0", "10", year, "total", employment=count, more=at_level(area))
            for area, count in places.items()
        ]
        importer.import_file(qcew.write_annual(tmp_path / f"{year}.csv", cells))
    totals = held.read(["39000", "72000"], 2016, 2023, "US000").totals
    assert (totals.start, totals.base_start, totals.base_end) == (900, 1_000, 1_000)


def at_level(area):
    return {"agglvl_code": "10" if area == "US000" else "50"}


def test_the_revisions_of_the_traps_are_those_of_the_years():
    """Trap 6: a revision is abrupt at the year it begins with."""
    begins = {2007: 2007, 2012: 2011, 2017: 2017, 2022: 2022}
    for (before, _first), (revision, first) in pairwise([(2002, 1990), *begins.items()]):
        assert industries.revision_of(first - 1) == before
        assert industries.revision_of(first) == revision
