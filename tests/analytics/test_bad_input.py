"""Spoilt files: read with the right numbers, or refused with line and column; nothing between."""

import random
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics import importer, warehouse
from analytics.importer import checks, files, recognition
from analytics.models import Dataset
from core.problems import Problem
from tests.samples import damage, qcew

# What is said of a file as a whole, because no line of it could be read as a row.
OF_THE_WHOLE = {
    "file_empty",
    "file_binary",
    "file_utf16",
    "file_in_archive",
    "layout_unknown",
    "no_rows",
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


BASES = {
    "15 columns": lambda path: qcew.write_annual(path, CELLS, columns=15),
    "38 columns": lambda path: qcew.write_annual(path, CELLS),
    "with titles": lambda path: qcew.write_titled(path, CELLS),
    "quarters": quarters,
    "saved again by R": lambda path: qcew.content(path, R_ROWS.encode()),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("spoilt")


@pytest.fixture(scope="module")
def bases(folder):
    """{layout: the bytes of a good file}"""
    return {name: write(folder / "base.csv").read_bytes() for name, write in BASES.items()}


def spoilt(data, ways):
    for way, seed in ways:
        data = way(data, random.Random(seed))
    return data


def read(path):
    """{cell: values} as the importer reads a file, before it is written. Raises Problem."""
    raw, content = recognition.recognise(path, path.name), warehouse.examine(path)
    try:
        with files.readable(raw, content) as raw, warehouse.staged(raw) as staged:
            checks.check(raw, staged, content.lines, path.name)
            rows = staged.connection.execute(
                "SELECT area, ownership, industry, year::VARCHAR, quarter, establishments, "
                "employment, wages FROM staged WHERE kept"
            ).fetchall()
    except warehouse.Unreadable as error:
        raise checks.broken_line(error, raw, content.lines, path.name) from None
    return {row[:5]: row[5:] for row in rows}


def assert_refused_in_words(problem, data):
    assert "Nothing was stored" in str(problem)
    if problem.code not in OF_THE_WHOLE:
        assert 1 <= problem.values["line"] <= len(data.splitlines()) + 1
        assert problem.values["column"]


@pytest.mark.parametrize("base", BASES)
def test_the_second_reading_agrees_on_what_is_whole(base, bases, folder):
    (folder / "whole.csv").write_bytes(bases[base])
    assert read(folder / "whole.csv") == damage.second_reading(bases[base])


@pytest.mark.parametrize("base", BASES)
@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ways=WAYS)
def test_a_spoilt_file_is_read_rightly_or_refused_with_line_and_column(base, ways, bases, folder):
    data = spoilt(bases[base], ways)
    path = folder / "spoilt.csv"
    path.write_bytes(data)
    try:
        cells = read(path)
    except Problem as problem:
        assert_refused_in_words(problem, data)
    else:
        assert cells == damage.second_reading(data)


@pytest.mark.django_db
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(base=st.sampled_from(sorted(BASES)), ways=WAYS)
def test_a_spoilt_file_is_stored_whole_or_not_at_all(base, ways, bases, folder):
    Dataset.objects.all().delete()
    for path in stored_files():
        path.unlink()
    path = folder / "spoilt.csv"
    path.write_bytes(spoilt(bases[base], ways))
    try:
        dataset = importer.import_file(path).dataset
    except Problem:
        assert stored_files() == []
        assert not Dataset.objects.exists()
    else:
        tidy, raw = warehouse.tidy_path(dataset.key), warehouse.raw_path(dataset.sha256)
        assert sorted(stored_files()) == sorted([tidy, raw])
        assert warehouse.totals(tidy).rows == dataset.rows


def stored_files():
    return [path for path in Path(django_settings.WAREHOUSE_DIR).rglob("*") if path.is_file()]
