"""What a figure is made from: the listed cells give the table's figures, in plain loops too."""

import math

import pytest

from analytics import importer
from analytics.indicators import intervals
from analytics.indicators.naics import COMPARED
from analytics.queries import inputs_of, workings_of
from core.problems import Problem
from tests import second_answers_of_inputs as again
from tests.samples import qcew

pytestmark = pytest.mark.django_db

CROSSING = {"bridged", "weighted"}
CHOICES = [
    ({}, CROSSING | {"suppressed"}),
    ({"cells": "estimated"}, CROSSING | {"estimated"}),
    ({"cells": "estimated", "ownership": ("5",), "wages": "nominal"}, CROSSING | {"estimated"}),
    ({"vintage": "published", "series": "CUUR0000SA0"}, {"suppressed"}),
]
FIGURES = (
    "employment_start employment_end base_employment_start base_employment_end growth lq_start "
    "lq_end lq_change lq_change_relative wage_start wage_end wage_change matched_start matched_end "
    "undisclosed_start undisclosed_end base_undisclosed_start base_undisclosed_end estimated_start "
    "estimated_end"
).split()


@pytest.fixture
def crossed(crossing):
    crossing.load()
    return crossing.scope


def same(ours, theirs):
    if theirs is None or theirs != theirs:
        return ours is None or ours != ours
    return ours is not None and math.isclose(ours, theirs, rel_tol=1e-11, abs_tol=1e-12)


def check(found, record):
    """The table's row, the row of the Inputs and one computed in plain loops are the same."""
    [own] = found.workings.table.to_dict("records")
    index, span = found.workings.prices, found.workings.span
    dollar = index.index(span.end) / index.index(span.start) if index else 1
    plain = again.row(found, compared=record["comparability"] in COMPARED, dollar=dollar)
    for name in FIGURES:
        assert same(plain[name], record[name]), (found.code, name, plain[name], record[name])
        assert same(own[name], record[name]), (found.code, name)
    for name in ("naics", "title", "comparability", "bridged_from"):
        assert own[name] == record[name]
    return plain


@pytest.mark.parametrize(
    ("choices", "kinds"), CHOICES, ids=["published", "estimated", "private", "as published"]
)
def test_the_listed_cells_give_every_figure_of_the_table(crossed, choices, kinds):
    table, met = workings_of(**crossed, **choices), set()
    every = table.table.to_dict("records")
    for record in every if choices == {"cells": "estimated"} else every[1::3]:
        found = inputs_of(record["naics"], **crossed, **choices)
        plain, here = check(found, record), found.here
        check_intervals(found, record, plain, table.ends)
        met |= {"bridged"} if (here.old != here.industry).any() else set()
        met |= {"weighted"} if (here.weight != 1).any() else set()
        met |= {"suppressed"} if here.employment.isna().any() else set()
        met |= {"estimated"} if record["estimated_start"] else set()
    assert met == kinds


def check_intervals(found, record, plain, stored):
    """The ends are those of the listed cells, and none stand where nothing is estimated."""
    listed, stored = found.workings.ends.loc[record["naics"]], stored.loc[record["naics"]]
    estimated = record["estimated_start"] or record["estimated_end"]
    if not estimated:
        assert stored.isna().all()
    for name, ends in (again.ends(found, plain) if estimated else {}).items():
        for end, value in zip(("low", "high"), ends, strict=True):
            assert same(stored[f"{name}_{end}"], value), (record["naics"], name)
            assert same(listed[f"{name}_{end}"], value), (record["naics"], name)


def test_the_listed_cells_give_the_figures_of_raw_files_too(statistics):
    statistics.load()
    table = workings_of(**statistics.scope).table.to_dict("records")
    for record in table[:: max(1, len(table) // 5)]:
        check(inputs_of(record["naics"], **statistics.scope), record)


def test_a_figure_lies_inside_its_interval_and_nothing_else_has_one(crossed):
    table = workings_of(**crossed, cells="estimated")
    rows = table.table.set_index("naics")
    wide = 0
    for name in intervals.RANGED:
        low, high = table.ends[f"{name}_low"], table.ends[f"{name}_high"]
        value = rows[name]
        assert not (low > value + 1e-9).any()
        assert not (high < value - 1e-9).any()
        assert low[value.isna()].isna().all()
        wide += (high > low).sum()
    assert wide > 0
    untouched = (rows.estimated_start == 0) & (rows.estimated_end == 0)
    assert table.ends[untouched].isna().all(axis=None)
    assert workings_of(**crossed).ends.isna().all(axis=None)


def test_what_is_suppressed_is_listed_and_has_no_number(crossed):
    found = inputs_of("6211", **crossed)
    hidden = found.here[found.here.cells_published == 0]
    assert len(hidden)
    assert hidden[["employment", "wages", "whole_employment", "whole_wages"]].isna().all(axis=None)


def test_each_cell_names_the_file_it_comes_from(invented):
    invented.load()
    found = inputs_of("3254", **invented.scope)
    sources = found.workings.sources
    for frame in (found.here, found.base, found.totals):
        for cell in frame.to_dict("records"):
            [position] = cell["sources"]
            assert sources[position].file_name == f"{cell['year']}-{cell['area']}.csv"
    assert {source.file_name for source in sources} == {path.name for path in invented.files}


def test_a_corrected_cell_names_the_later_file_and_the_others_the_first(invented, tmp_path):
    invented.load()
    own = [cell for cell in qcew.cells_of("39041", 2023) if cell.industry == "6113"]
    importer.import_file(qcew.write_annual(tmp_path / "corrected.csv", own))
    names = {}
    for code in ("6113", "5413"):
        found = inputs_of(code, **invented.scope)
        held = found.here[(found.here.area == "39041") & (found.here.year == 2023)]
        names[code] = {
            found.workings.sources[position].file_name
            for positions in held.sources
            for position in positions
        }
    assert names == {"6113": {"corrected.csv"}, "5413": {"2023-39041.csv"}}


def test_a_year_made_of_quarters_names_its_four_files(tmp_path):
    cells = [qcew.Cell("39049", "0", "10", 2023, "total"), qcew.Cell("39049", "5", "3254", 2023)]
    for quarter in (1, 2, 3, 4):
        rows = [qcew.quarter_row(cell, quarter) for cell in cells]
        importer.import_file(qcew.write_quarters(tmp_path / f"q{quarter}.csv", rows))
    for area, year in (("39049", 2016), ("US000", 2016), ("US000", 2023)):
        importer.import_file(
            qcew.write_annual(tmp_path / f"{area}-{year}.csv", qcew.cells_of(area, year))
        )
    found = inputs_of("3254", ["39049"], 2016, 2023, "US000")
    [cell] = found.here[found.here.year == 2023].to_dict("records")
    named = [found.workings.sources[position].file_name for position in cell["sources"]]
    assert sorted(named) == ["q1.csv", "q2.csv", "q3.csv", "q4.csv"]


def test_estimates_name_all_files_they_are_made_from(crossed):
    assert inputs_of("6211", **crossed).around == []
    found = inputs_of("6211", **crossed, cells="estimated")
    assert [dataset.file_name for dataset in found.around] == ["2019.csv", "2023.csv"]


def test_an_industry_that_no_area_has_is_said_in_words(invented):
    invented.load()
    with pytest.raises(Problem) as refusal:
        inputs_of("1111", **invented.scope)
    assert refusal.value.code == "industry_not_held"
