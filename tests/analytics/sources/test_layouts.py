"""Layouts are known by their first line; whatever follows, the answer is a number or a sentence."""

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics import importer, sources, warehouse
from analytics.sources import annual, tidy
from core.problems import Problem
from tests.samples import qcew

LONG = annual.COLUMNS + annual.QUOTIENTS + annual.CHANGES
FEW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("header", "layout"),
    [
        (annual.COLUMNS, annual),
        (LONG, annual),
        ([f" {column} " for column in LONG], annual),
        (LONG[:-1], None),
        (annual.COLUMNS[::-1], None),
        (["", *LONG], None),
        (tidy.COLUMNS, tidy),
        (sorted(tidy.COLUMNS), tidy),
        ([column for column in tidy.COLUMNS if column not in tidy.OPTIONAL], tidy),
        ([*tidy.COLUMNS, "part"], None),
        ([*tidy.COLUMNS, "more"], None),
        ([], None),
    ],
)
def test_a_layout_is_known_by_its_columns(header, layout):
    assert sources.recognise(header) is layout


def test_the_long_layout_has_38_columns():
    assert (len(annual.COLUMNS), len(LONG)) == (15, 38)


def read(data):
    """What the importer makes of these bytes: a Survey, or the sentence of a Problem."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any"
        path.write_bytes(data)
        try:
            header, layout = importer.recognise(path, "any")
            return importer.check(path, header, layout, "any")
        except Problem as problem:
            return str(problem)  # a KeyError if the catalogue lacks a sentence


@FEW
@given(st.binary(max_size=400))
def test_any_bytes_are_a_sentence(data):
    assert isinstance(read(data), str)


@FEW
@given(st.sampled_from([LONG, tidy.COLUMNS]), st.binary(max_size=400))
def test_any_bytes_after_a_good_first_line_are_a_sentence(header, data):
    assert isinstance(read(",".join(header).encode() + b"\n" + data), str)


@FEW
@given(st.data())
def test_any_damage_to_a_line_is_read_as_numbers_or_refused(data):
    """A damaged file is never a traceback, and what is read is what plain Python reads."""
    with tempfile.TemporaryDirectory() as folder:
        path = qcew.write_annual(Path(folder) / "a.csv", qcew.cells_of("39049", 2016), columns=15)
        content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    answer = read(bytes(content))
    if not isinstance(answer, str):
        rows = list(csv.DictReader(bytes(content).decode("utf-8-sig", "replace").splitlines()))
        kept = [row for row in rows if row["own_code"].strip() not in ("8", "9")]
        jobs = [row["annual_avg_emplvl"] for row in kept if not row["disclosure_code"].strip()]
        assert answer.kept.employment == pytest.approx(sum(map(float, jobs)), rel=1e-12)


VALUES = st.fixed_dictionaries(
    {
        "industry": st.integers(1111, 9999).map(str),
        "ownership": st.sampled_from("1235"),
        "employment": st.one_of(st.none(), st.integers(0, 10**7)),
        "establishments": st.integers(0, 10**5),
    }
)


@pytest.mark.django_db
@FEW
@given(
    st.lists(VALUES, min_size=1, max_size=12, unique_by=lambda v: (v["industry"], v["ownership"]))
)
def test_what_was_written_is_read_back(values):
    cells = [
        qcew.Cell(
            "39049",
            value["ownership"],
            value["industry"],
            2016,
            establishments=value["establishments"],
            employment=value["employment"] or 0,
            wages=(value["employment"] or 0) * 50_000,
            disclosed=value["employment"] is not None,
        )
        for value in values
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = qcew.write_annual(Path(folder) / "a.csv", cells)
        header, layout = importer.recognise(path, "a.csv")
        aside = warehouse.write(path, header, layout, estimate=False, note="")
        key = "round-trip"
        warehouse.swap_in(aside, warehouse.tidy_path(key))
        warehouse.cells.cache_clear()
        frame = warehouse.cells(((key, 1, "39049", 2016),), ("naics4",))
    held = {(r.ownership, r.industry): r for r in frame.itertuples()}
    assert len(held) == len(cells)
    for cell in cells:
        found = held[cell.ownership, cell.industry]
        assert found.establishments == cell.establishments
        assert found.cells_suppressed == (not cell.disclosed)
        if cell.disclosed:
            assert (found.employment, found.wages) == (cell.employment, cell.wages)
        else:
            assert found.employment != found.employment
            assert found.wages != found.wages
