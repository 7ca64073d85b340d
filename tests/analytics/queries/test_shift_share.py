"""Shift-share of a region against a second computation."""

import pytest

from analytics import importer
from analytics.queries import shift_share
from tests import second_answers
from tests.factories.analytics import RegionFactory
from tests.samples import qcew

pytestmark = pytest.mark.django_db
PARTS = ["national", "mix", "competitive"]


@pytest.mark.parametrize("owners", [("1", "2", "3", "5"), ("5",), ("2", "3")])
def test_the_parts_equal_the_second_answer_and_add_to_the_change(statistics, owners):
    statistics.load()
    found = shift_share(RegionFactory(areas=statistics.areas), owners)
    table = found.table.set_index("naics")
    answers = second_answers.shift_share(statistics.files, **statistics.scope, ownerships=owners)
    known = table[table.reason == ""]
    assert sorted(answers) == list(known.index)
    for code, parts in answers.items():
        assert list(known.loc[code, PARTS]) == [pytest.approx(part, abs=1e-6) for part in parts]
    assert known[PARTS].sum(axis=1).to_dict() == pytest.approx(known.change.to_dict())
    assert table[table.reason != ""][[*PARTS, "change"]].isna().all(axis=None)
    assert found.total["change"] == pytest.approx(known.change.sum())


def test_numbers_that_rest_on_an_estimate_of_the_source_are_told_apart(statistics):
    """In both statistics the base of the first year is an estimate, and nothing else is."""
    statistics.load()
    found = shift_share(RegionFactory(areas=statistics.areas))
    assert not found.estimated[["start", "end", "total"]].any(axis=None)
    assert found.estimated.base_total.all()
    cells, _totals = second_answers.read(statistics.files)
    feeding = second_answers.feeders(statistics.start, statistics.end)
    at_start = {code for area, _own, code, year in cells if area == "US000" and year == 2016}
    for code, based in zip(found.table.naics, found.estimated.base, strict=True):
        assert based == bool({code, *(old for old, *_ in feeding.get(code, []))} & at_start)


def test_an_estimate_of_one_county_marks_its_industries_alone(invented, tmp_path):
    invented.load()
    cells = [
        cell
        for cell in qcew.cells_of("39041", 2023)
        if cell.industry == "6221" and cell.ownership == "5"
    ]
    path = qcew.write_annual(tmp_path / "county.csv", cells)
    importer.import_file(path, status="estimate", note="By hand")
    region = RegionFactory(areas=invented.areas)
    for owners, marked in ((("5",), ["6221"]), (("3",), [])):
        found = shift_share(region, owners)
        assert list(found.table.naics[found.estimated.end]) == marked
        assert not found.estimated[["start", "total"]].any(axis=None)
