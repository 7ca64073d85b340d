"""Where cells stand: parents, areas around, and whether a total is all there is."""

import pandas as pd
import pytest

from analytics.estimates.hierarchy import above, around, hierarchy
from tests.samples import hierarchies


def parents(cells):
    tree = hierarchy(cells)
    names = list(zip(cells.area, cells.ownership, cells.industry, strict=True))
    return {
        names[row]: names[parent] if parent >= 0 else None for row, parent in enumerate(tree.parent)
    }


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (("naics6", "325411"), ("naics5", "32541")),
        (("naics4", "3254"), ("naics3", "325")),
        (("naics3", "325"), ("sector", "31-33")),
        (("naics3", "452"), ("sector", "44-45")),
        (("sector", "31-33"), ("supersector", "1013")),
        (("sector", "22"), ("supersector", "1021")),
        (("naics3", "999"), ("sector", "99")),
        (("sector", "99"), ("supersector", "1029")),
        (("supersector", "1013"), ("domain", "101")),
        (("supersector", "1021"), ("domain", "102")),
        (("domain", "102"), ("ownership", "10")),
        (("ownership", "10"), ("total", "10")),
        (("total", "10"), None),
    ],
)
def test_what_is_above_an_industry(below, expected):
    assert above(*below) == expected


@pytest.mark.parametrize(
    ("area", "expected"),
    [("39049", "39000"), ("39999", "39000"), ("39000", "US000"), ("US000", ""), ("C1814", "")],
)
def test_what_is_around_an_area(area, expected):
    assert around(area) == expected


def test_a_level_that_is_not_there_is_passed_over():
    cells = hierarchies.cells(1, areas=("13001",))
    cells = cells[cells.level.isin(["total", "ownership", "naics4"])].reset_index(drop=True)
    found = parents(cells)
    assert found["13001", "5", "3254"] == ("13001", "5", "10")
    assert found["13001", "5", "10"] == ("13001", "0", "10")
    assert found["13001", "0", "10"] is None


def test_rows_of_several_parts_are_nobodys_parent():
    cells = hierarchies.cells(1, areas=("13001",))
    twice = pd.concat([cells, cells[cells.level == "naics3"]], ignore_index=True)
    assert parents(twice)["13001", "5", "3254"] == ("13001", "5", "31-33")


def test_a_state_is_whole_only_with_its_unknown_county_and_every_other():
    cells = hierarchies.cells(2)
    state = (cells.area == "13000").to_numpy()
    assert hierarchy(cells).outer_whole[state].all()
    for missing in ("13999", "13003"):
        fewer = cells[cells.area != missing].reset_index(drop=True)
        assert not hierarchy(fewer).outer_whole.any()


def test_a_parent_with_establishments_beside_its_children_is_not_whole():
    cells = hierarchies.cells(2, areas=("13001",))
    tree = hierarchy(cells)
    assert tree.whole[tree.parent[tree.parent >= 0]].all()
    top = (cells.level == "ownership").to_numpy()
    cells.loc[top, "establishments"] += 20
    assert not hierarchy(cells).whole[top].any()
