"""The NAICS table as files: the same values in each, and the citation with all of them."""

import csv
import io
import json
import math
import shutil

import pytest
from django.core.management import CommandError, call_command

from analytics import presenters
from analytics.indicators.naics import COLUMNS
from analytics.presenters import snapshots
from analytics.presenters.formulas import formulas
from analytics.queries import workings_of
from tests.spreadsheets import Computed

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(invented):
    invented.load()
    return workings_of(**invented.scope)


def expected(found):
    """The rows of the table, None for what is not known."""
    return [
        {name: None if value != value else value for name, value in row.items()}
        for row in found.table.to_dict("records")
    ]


def test_the_spreadsheet_computes_what_the_product_computed(statistics):
    """Each formula, computed from the inputs by a second program, gives the value it carries."""
    statistics.load()
    check(workings_of(**statistics.scope))


def test_the_spreadsheet_of_private_jobs_and_nominal_pay_computes_too(invented):
    invented.load()
    check(workings_of(**invented.scope, wages="nominal", ownership=("5",)))


def check(found):
    """Each cell carries the table's value, and its formula gives the same."""
    book = Computed(presenters.workbook(found))
    sheet = book.cached["NAICS table"]
    columns = [cell.value for cell in sheet[1]]
    assert columns == COLUMNS
    computed = 0
    for record, cells in zip(expected(found), sheet.iter_rows(min_row=2), strict=True):
        for name, cell in zip(columns, cells, strict=True):
            stored = None if cell.value == "" else cell.value
            value = None if record[name] == "" else record[name]  # no text is an empty cell
            assert same(stored, value), (record["naics"], name)
            again = book.value("NAICS table", cell.coordinate)
            assert same(again, record[name]), (record["naics"], name)
            computed += name in formulas()
    assert computed == 8 * len(found.table)


def same(ours, theirs):
    if not isinstance(theirs, float):
        return ours == theirs
    return math.isclose(ours, theirs, rel_tol=1e-12, abs_tol=1e-12)


def test_a_changed_input_changes_what_depends_on_it(found):
    book = Computed(presenters.workbook(found))
    row = next(n for n, record in enumerate(expected(found), start=2) if record["wage_start"])
    column = COLUMNS.index("wage_start")
    cell = book.formulas["NAICS table"].cell(row, column + 1).coordinate
    before = book.value("NAICS table", cell)
    place = book.names["index_end"]
    book.formulas[place[0]][place[1]].value *= 2
    assert book.value("NAICS table", cell) == pytest.approx(2 * before, rel=1e-12)


def test_json_holds_the_table_unrounded_with_null_for_what_is_not_known(found):
    written = json.loads(presenters.table_json(found))
    assert written["columns"] == COLUMNS
    assert written["rows"] == expected(found)
    assert {"label": "Ownership", "text": "all covered employment"} in written["citation"]


def test_the_citation_says_where_every_figure_comes_from(found, invented):
    lines = presenters.citation(found)
    said = dict(lines)
    assert said["Areas"] == "Delaware County, OH; Fairfield County, OH; Franklin County, OH"
    assert said["Base of the location quotients"] == "United States"
    assert said["Pay"] == (
        "in dollars of 2023, by CPI-U, Midwest (CUUR0200SA0): 226.115 in 2016, 282.76 in 2023"
    )
    sources = [text for label, text in lines if label == "Source"]
    assert len(sources) == len(invented.files)
    for source, text in zip(found.sources, sources, strict=True):
        assert f"{source.file_name}, {source.year}, SHA-256 {source.sha256}, imported " in text
    assert said["Estimate"] == "2016-US000.csv, 2016: Recovered from published quotients"


def test_the_page_of_a_frozen_table_finds_every_file_in_its_citation(found):
    cited = snapshots.cited([[str(label), str(text)] for label, text in presenters.citation(found)])
    files = [file for source in cited["sources"] for file in source["files"]]
    assert [(file["file_name"], int(file["year"]), file["sha256"]) for file in files] == [
        (source.file_name, source.year, source.sha256) for source in found.sources
    ]
    assert len(cited["sources"]) < len(files)  # those of one import stand together
    assert "Source" not in dict(cited["facts"])
    assert len(cited["whole"]) == len(files)
    made_from = [["Source", f"a.csv, 2016, SHA-256 {'a' * 64}, published, b.csv sha256 {'b' * 64}"]]
    (source,) = snapshots.cited(made_from)["sources"]
    assert source["said"] == "published, b.csv sha256 bbbbbbbb"
    assert dict(cited["facts"])["Estimate"].startswith("2016-US000.csv")


def test_the_citation_stands_in_every_file(found):
    hashes = {source.sha256 for source in found.sources}
    sheet = Computed(presenters.workbook(found)).cached["Citation"]
    in_sheet = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    for text in (presenters.cited_csv(found), presenters.table_json(found), in_sheet):
        assert all(one in text for one in hashes)


def test_a_file_name_that_looks_like_a_formula_stays_text(invented, tmp_path):
    odd = shutil.copyfile(invented.files[0], tmp_path / "=HYPERLINK(1).csv")
    invented.load([odd, *invented.files[1:]])
    found = workings_of(**invented.scope)
    rows = list(csv.reader(io.StringIO(presenters.cited_csv(found))))
    assert any(row and row[-1].startswith("'=HYPERLINK") for row in rows)
    book = Computed(presenters.workbook(found))
    cells = [cell for row in book.formulas["Citation"].iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert {cell.data_type for cell in cells} == {"s"}


# --- The command ------------------------------------------------------------------------------


def command(statistics, *more):
    areas = ",".join(statistics.areas)
    call_command("naics_table", f"--areas={areas}", "--start=2016", "--end=2023", *more)


def test_the_command_writes_every_kind_of_file(found, invented, tmp_path, capsys):
    command(invented, f"--output={tmp_path / 'table.csv'}")
    command(invented, "--format=json", f"--output={tmp_path / 'table.json'}")
    command(invented, "--format=xlsx", f"--output={tmp_path / 'table.xlsx'}")
    command(invented, "--format=json")
    assert (tmp_path / "table.csv").read_text() == presenters.table_csv(found.table)
    cited = presenters.as_text(presenters.citation(found))
    assert (tmp_path / "table.citation.txt").read_text() == cited
    assert (tmp_path / "table.json").read_text() == presenters.table_json(found)
    assert capsys.readouterr().out == presenters.table_json(found) + "\n"
    book = Computed((tmp_path / "table.xlsx").read_bytes())
    assert book.cached["NAICS table"].max_row == len(found.table) + 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format=xlsx"], "name it with --output"),
        (["--output=/nowhere/at/all.csv"], "/nowhere/at/all.csv could not be written: No such"),
    ],
)
def test_what_cannot_be_written_is_said(found, invented, options, words):
    with pytest.raises(CommandError, match=words):
        command(invented, *options)
