"""Spoilt tables of people's own: stored whole with the right numbers, or refused with line and
column and nothing stored.

Each goes the way of an upload: the columns are guessed, what the guess lacks is said for the whole
file, and the table is imported, through the catalogue and the folders.
"""

import copy
import csv
import io
import random
from dataclasses import replace

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from analytics import importer, warehouse
from analytics.models import Upload
from analytics.presenters import uploads
from analytics.sources import mapping
from core.problems import Problem
from tests.factories.accounts import InitiativeFactory
from tests.imports import assert_nothing_stored, assert_whole, forget
from tests.samples import tables

pytestmark = pytest.mark.django_db
SHARE = 1 if connection.vendor == "sqlite" else 10  # no other database reads these files either
AS_TEXT, AS_WORKBOOK = 900 // SHARE, 150 // SHARE
REST = {"area": "39049", "ownership": "5", "year": 2016}
# A file that is no table at all, of which no line is to blame.
WITHOUT_LINE = {
    "file_empty", "file_utf16", "grid_without_columns", "file_binary",
}  # fmt: skip


def spoiling(ways, count):
    """A test of every base, spoilt in so many ways, the same ones in every run."""
    several = st.lists(
        st.tuples(st.sampled_from(ways), st.integers(0, 2**32)), min_size=1, max_size=3
    )

    def decorate(test):
        fixed = settings(
            max_examples=count // len(tables.BASES),
            derandomize=True,
            suppress_health_check=[HealthCheck.function_scoped_fixture],
        )
        return pytest.mark.parametrize("base", tables.BASES)(fixed(given(ways=several)(test)))

    return decorate


@pytest.fixture
def initiative():
    return InitiativeFactory()


class Refused(Exception):
    """What was said in place of an import: sentences."""


def imported(data, initiative):
    """(cells that were stored, Mapping they were read by, Grid). Raises Refused, with nothing
    stored but what waits for a better mapping.
    """
    token, sha256 = warehouse.take_in([data])
    path = warehouse.upload_path(token)
    upload = Upload.objects.create(
        key=token, initiative=initiative, file_name="lmi", sha256=sha256, status="published"
    )
    try:
        if not importer.needs_mapping(path, "lmi"):
            importer.import_file(path)
            raise AssertionError("no layout that is known has such a table")
        grid = importer.grid_of(path, "lmi")
        named = said_of(grid)
        cells = stored(upload, path, grid, named)
    except Problem as problem:
        assert_refused_in_words(problem, data)
        assert_nothing_stored({path})
        raise Refused(str(problem)) from None
    finally:
        upload.refresh_from_db()
        upload.delete()
        forget()
    return cells, named, grid


def said_of(grid):
    """What somebody says of the columns: what is guessed, and the rest for the whole file."""
    found = mapping.guess(grid, mapping.header_line(grid))
    given = {name for name in ("area", "ownership") if found.column(name) is not None}
    return replace(found, **{name: REST[name] for name in REST if name not in given})


def stored(upload, path, grid, named):
    """The cells of what the import stored. Raises Problem, and Refused by the preview."""
    if named.faults():
        assert all(uploads.missing(code, values) for code, values in named.faults())
        raise Refused(named.faults())
    result = importer.rows_of(grid, named, upload.initiative)
    names = mapping.headings(grid, named.header)
    for fault in result.faults:
        assert named.header <= fault.line <= len(grid.lines)
        said = uploads.fault_line(fault, names)
        assert said.startswith(f"Line {fault.line}, column {uploads.letters(fault.column)}")
    upload.mapping = importer.as_json(named, grid.sheet)
    outcome = importer.import_mapped(upload, report=lambda percent, step: None)
    assert not result.faults
    made = warehouse.raw_path(outcome.dataset.sha256).read_bytes()
    return assert_whole(outcome.dataset, made, {warehouse.raw_path(upload.sha256), path})


def assert_refused_in_words(problem, data):
    assert "Nothing was" in str(problem)
    if problem.code not in WITHOUT_LINE:
        assert "ine " in str(problem)
    if problem.code == "mapping_stale":
        assert ", column " in str(problem)


def second_reading(lines, named, *, is_text):
    """The table read again, in plain loops, by what was said of its columns."""
    rest = {"area": named.area, "ownership": named.ownership, "year": named.year}
    rest["width"] = len(lines[named.header - 1])
    return tables.second_reading(
        lines[named.header :], named.roles, named.years, rest, is_text=is_text
    )


def lines_of(data):
    """A text file cut at the delimiter that its fullest line has most of."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    found = [cut(text, delimiter) for delimiter in ",;\t|"]
    return max(found, key=lambda lines: sum(len(cells) > 3 for cells in lines))


def cut(text, delimiter):
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[cell.strip() for cell in row] for row in rows]


def workbook(lines):
    """The bytes of a workbook whose numbers are numbers, as far as they are."""
    book = Workbook()
    for cells in lines:
        book.active.append([as_value(text) for text in cells])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def as_value(text):
    text = "".join(sign for sign in text if sign >= " ").removeprefix("=")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else text or None


def shown(lines):
    """What the cells of a workbook show."""
    return [["" if (v := as_value(text)) is None else str(v).strip() for text in cells]
            for cells in lines]  # fmt: skip


@pytest.mark.parametrize("base", tables.BASES)
def test_the_second_reading_agrees_on_what_is_whole(base, initiative):
    lines = tables.BASES[base]
    of_text, named, _grid = imported(tables.text_of(lines), initiative)
    of_workbook, *_ = imported(workbook(lines), initiative)
    assert len(of_text) > 6
    assert of_text == of_workbook == second_reading(lines, named, is_text=True)


@spoiling((*tables.OF_BYTES, *tables.OF_LINES), AS_TEXT)
def test_a_spoilt_text_is_stored_whole_and_right_or_refused(base, ways, initiative):
    lines = copy.deepcopy(tables.BASES[base])
    for way, seed in ways:
        if way in tables.OF_LINES and lines:
            way(lines, random.Random(seed))
    data = tables.text_of(lines)
    for way, seed in ways:
        if way in tables.OF_BYTES:
            data = way(data, random.Random(seed))
    try:
        cells, named, _grid = imported(data, initiative)
    except Refused:
        return
    assert cells == second_reading(lines_of(data), named, is_text=True)


@spoiling(tables.OF_LINES, AS_WORKBOOK)
def test_a_spoilt_workbook_is_stored_whole_and_right_or_refused(base, ways, initiative):
    lines = copy.deepcopy(tables.BASES[base])
    for way, seed in ways:
        if lines:
            way(lines, random.Random(seed))
    try:
        cells, named, _grid = imported(workbook(lines), initiative)
    except Refused:
        return
    assert cells == second_reading(shown(lines), named, is_text=False)
