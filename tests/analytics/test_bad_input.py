"""Spoilt files: stored whole with the right numbers, or refused with line and column and nothing
stored; nothing between.

Files are real ones where they are, and invented ones in any clone; together they are spoilt in
WAYS_TO_SPOIL ways, however many there are, and every one of them goes through the import itself:
after each the catalogue, the folders, the totals and every cell are looked at.
"""

import random
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics import importer
from core.problems import Problem
from tests.conftest import DATA_DIR
from tests.imports import assert_nothing_stored, assert_whole, forget
from tests.samples import damage, excerpts, qcew

pytestmark = pytest.mark.django_db
# The files are read by DuckDB, whatever the database; so on another one a sample does.
SHARE = 1 if connection.vendor == "sqlite" else 10
WAYS_TO_SPOIL, OF_THEM_IN_ONE_FIELD = 2_000 // SHARE, 300 // SHARE
# What is said of a file as a whole, because no line of it could be read as text.
WITHOUT_LINE = {
    "file_empty": "there is no line",
    "file_binary": "it is no text",
    "file_utf16": "it is text in another encoding, from its first byte on",
    "file_in_archive": "it is an archive",
}
WITHOUT_COLUMN = {
    **WITHOUT_LINE,
    "no_rows": "it ends after its first line",
}
WAYS = st.lists(
    st.tuples(st.sampled_from(damage.WAYS), st.integers(0, 2**32)), min_size=1, max_size=3
)
CELLS = [
    qcew.Cell("06029", "0", "10", 2016, "total", 900, 300_000, 15_000_000_000),
    qcew.Cell("06029", "5", "1012", 2016, "supersector"),
    qcew.Cell("06029", "5", "3254", 2016, disclosed=False),
    qcew.Cell("06029", "5", "3391", 2016, employment=0, wages=0),
    qcew.Cell("06029", "3", "9999", 2016),
    qcew.Cell("06029", "8", "10", 2016, more={"agglvl_code": "96"}),
]
R_ROWS = """"","area_fips","own_code","industry_code","agglvl_code","size_code","year","qtr",\
"disclosure_code","annual_avg_estabs","annual_avg_emplvl","total_annual_wages","avg_annual_pay"
"1",6029,0,"10",70,0,2016,"A",NA,900,3e+05,15000000000,50000
"2",6029,5,"1012",73,0,2016,"A",NA,4,100,5e+06,50000
"3",6029,5,"3254",76,0,2016,"A","N",4,0,0,0
"4",6029,5,"3391",76,0,2016,"A",NA,4,1e+05,1234567,12
"5",6029,5,"31-33",74,0,2016,"A",NA,4,100,7654321,50000
"""


def quarters(path):
    return qcew.write_quarters(
        path, [qcew.quarter_row(cell, quarter) for cell in CELLS[:4] for quarter in (1, 2)]
    )


def invented(write):
    """What `write` writes to a path, as a function that returns the bytes."""

    def made():
        with TemporaryDirectory() as folder:
            return write(Path(folder) / "base.csv").read_bytes()

    return made


def tidy(path):
    hidden = {"employment": "", "wages": "", "cells_published": 0, "cells_suppressed": 2}
    rows = [{}, {"industry": "3391", "note": "By hand", "status": "estimate"}]
    return qcew.write_tidy(path, [*rows, {"year": 2023}, {"part": "start"} | hidden])


INVENTED = {
    "15 columns": invented(lambda path: qcew.write_annual(path, CELLS, columns=15)),
    "38 columns": invented(lambda path: qcew.write_annual(path, CELLS)),
    "with titles": invented(lambda path: qcew.write_titled(path, CELLS)),
    "quarters": invented(quarters),
    "saved again by R": invented(lambda path: qcew.content(path, R_ROWS.encode())),
    "tidy": invented(tidy),
}
REAL = excerpts.EXCERPTS if DATA_DIR.is_dir() else {}
BASES = {f"invented: {name}": make for name, make in INVENTED.items()} | {
    f"real: {name}": partial(make, DATA_DIR) for name, make in REAL.items()
}


@cache
def whole(base):
    """The bytes of a good file."""
    return BASES[base]()


def in_ways(ways):
    """Settings of a test that runs on every base, so that together they spoil in so many ways."""
    return settings(
        max_examples=-(-ways // len(BASES)),
        derandomize=True,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )


def spoilt(data, ways):
    for way, seed in ways:
        data = way(data, random.Random(seed))
    return data


def imported(path, data):
    """{cell: values} of what the import of these bytes stored, whole; then it is forgotten.

    Raises Problem, where nothing at all is stored.
    """
    path.write_bytes(data)
    try:
        outcome = importer.import_file(path)
    except Problem:
        assert_nothing_stored()
        raise
    cells = assert_whole(outcome.dataset, data)
    forget()
    return cells


def assert_refused_in_words(problem, data):
    """The sentence names a line that there is, and a column, or says what the whole file is."""
    assert "Nothing was stored" in str(problem)
    if problem.code not in WITHOUT_LINE:
        assert 1 <= problem.values["line"] <= len(data.splitlines())
        assert f"ine {problem.values['line']}" in str(problem)
    if problem.code not in WITHOUT_COLUMN:
        assert problem.values["column"]
        assert f"{problem.values['column']}" in str(problem)


def assert_refused_at(problem, line, column, data):
    """The sentence names this line and this column, of those at odds or alike one of two."""
    assert_refused_in_words(problem, data)
    assert line in (problem.values["line"], problem.values.get("earlier"))
    columns = f"{problem.values['column']}, {problem.values.get('beside', '')}".split(", ")
    # A row is repeated by all that name a cell, one column of which is named.
    assert column in columns or problem.code == "row_repeated"


@pytest.mark.parametrize("base", BASES)
def test_the_second_reading_agrees_on_what_is_whole(base, tmp_path):
    cells = imported(tmp_path / "whole.csv", whole(base))
    assert len(cells) > 3
    assert cells == damage.second_reading(whole(base))


@pytest.mark.parametrize("base", BASES)
@in_ways(WAYS_TO_SPOIL - OF_THEM_IN_ONE_FIELD)
@given(ways=WAYS)
def test_a_spoilt_file_is_stored_whole_and_right_or_refused_with_line_and_column(
    base, ways, tmp_path
):
    data = spoilt(whole(base), ways)
    try:
        cells = imported(tmp_path / "spoilt.csv", data)
    except Problem as problem:
        assert_refused_in_words(problem, data)
    else:
        assert cells == damage.second_reading(data)


@pytest.mark.parametrize("base", BASES)
@in_ways(OF_THEM_IN_ONE_FIELD)
@given(draw=st.randoms(use_true_random=True), text=st.sampled_from(damage.JUNK))
def test_one_spoilt_field_is_stored_rightly_or_its_line_and_column_are_named(
    base, draw, text, tmp_path
):
    header, *rows = damage.rows_of(whole(base))
    row, column = draw.randrange(len(rows)), draw.choice(damage.read_columns(header))
    data = damage.change_field(whole(base), row + 1, column, text)
    try:
        cells = imported(tmp_path / "field.csv", data)
    except Problem as problem:
        assert_refused_at(problem, row + 2, header[column], data)
    else:
        assert cells == damage.second_reading(data)
