"""Which file stands behind a number."""

import pytest

from analytics import importer
from analytics.queries import datasets_seen_by, sources
from tests.factories.analytics import RegionFactory
from tests.samples import qcew

pytestmark = pytest.mark.django_db


@pytest.fixture
def region(invented):
    invented.load()
    return RegionFactory(areas=invented.areas)


def named(found):
    return [(source.year, source.file_name, source.areas) for source in found]


def test_the_sources_of_a_region_are_its_files_and_those_of_the_base(region):
    assert named(sources(region)) == [
        (year, f"{year}-{area}.csv", (area,))
        for year in (2016, 2023)
        for area in (*qcew.AREAS, "US000")
    ]


def test_an_estimate_carries_its_note(region):
    estimates = [source for source in sources(region) if source.status == "estimate"]
    assert [(source.file_name, source.note) for source in estimates] == [
        ("2016-US000.csv", "Recovered from published quotients")
    ]
    assert estimates[0].status_label == "Estimate"
    assert estimates[0].sha256 == estimates[0].dataset.sha256


def test_the_sources_of_one_industry_are_the_files_that_hold_it(region):
    found = named(sources(region, "4521"))
    assert {year for year, _name, _areas in found} == {2016}
    assert (2016, "2016-US000.csv", ("US000",)) in found
    assert sources(region, "2111") == []


def test_a_data_set_whose_cells_were_all_replaced_is_no_source(region, tmp_path):
    cells = qcew.cells_of("39041", 2016)
    path = qcew.write_annual(tmp_path / "revised.csv", cells, columns=38)
    importer.import_file(path)
    files = [name for _year, name, _areas in named(sources(region))]
    assert "revised.csv" in files
    assert "2016-39041.csv" not in files


def test_a_data_set_of_which_some_cells_stand_is_a_source_beside_the_newer_one(region, tmp_path):
    path = qcew.write_annual(tmp_path / "piece.csv", [qcew.Cell("39041", "5", "3254", 2016)])
    importer.import_file(path)
    assert {"piece.csv", "2016-39041.csv"} <= {name for _y, name, _a in named(sources(region))}
    assert [name for _y, name, areas in named(sources(region, "3254")) if areas == ("39041",)]


def test_a_summed_file_tells_what_it_was_made_from(tmp_path):
    rows = [
        {"area": area, "year": year, "source": "39041.csv sha256 abc", "part": ""}
        for area in ("valley", "US000")
        for year in (2016, 2023)
    ]
    importer.import_file(qcew.write_tidy(tmp_path / "valley.csv", rows))
    region = RegionFactory(areas=["valley"])
    assert [source.source for source in sources(region)] == ["39041.csv sha256 abc"] * 2


def test_the_list_says_what_each_data_set_holds(region):
    newest = datasets_seen_by(region.initiative).first()
    assert (newest.area_count, newest.first_area, newest.first_year, newest.last_year) == (
        3,  # a national file holds other areas beside the nation
        "C1814",
        2023,
        2023,
    )
    assert newest.estimated_slices == 0
