"""Files are taken whole, once, or refused whole with a line and a remedy."""

import os
import threading

import pandas as pd
import pytest
from django.conf import settings
from django.db import connection

from analytics import importer, warehouse
from analytics.models import Dataset, DatasetSlice
from analytics.warehouse import files, staging
from core.problems import Problem
from tests.factories.accounts import InitiativeFactory
from tests.factories.analytics import SnapshotFactory
from tests.imports import cells_of, forget
from tests.samples import qcew

pytestmark = pytest.mark.django_db


def stored_files():
    return [path for path in settings.WAREHOUSE_DIR.rglob("*") if path.is_file()]


@pytest.mark.parametrize("columns", [38, 15])
def test_an_annual_file_is_recorded_with_its_hash_rows_and_what_was_left_out(tmp_path, columns):
    path = qcew.write_annual(tmp_path / "any name", qcew.cells_of("39049", 2016), columns=columns)
    outcome = importer.import_file(path)
    dataset = outcome.dataset
    rows = len(qcew.cells_of("39049", 2016))
    assert outcome.new
    assert (dataset.layout, dataset.status, dataset.rows, dataset.refused_rows) == (
        "qcew-annual",
        "published",
        rows - 1,
        1,
    )
    assert warehouse.raw_path(dataset.sha256).read_bytes() == path.read_bytes()
    assert list(dataset.slices.values_list("area", "year", "rows")) == [("39049", 2016, rows - 1)]


@pytest.mark.parametrize("kind", qcew.BAD_FILES)
def test_a_bad_file_is_refused_with_its_line_and_nothing_is_stored(tmp_path, kind):
    write, code, line, column = qcew.BAD_FILES[kind]
    path = write(tmp_path / "bad.csv")
    with pytest.raises(Problem) as refusal:
        importer.import_file(path)
    problem = refusal.value
    named = problem.values.get("line"), problem.values.get("column")
    assert (problem.code, *named) == (code, line, column)
    assert "bad.csv" in str(problem)
    assert "Nothing was stored" in str(problem)
    assert stored_files() == []
    assert not Dataset.objects.exists()


def test_a_broken_line_in_the_middle_is_not_taken_for_a_cut(tmp_path):
    path = qcew.write_annual(tmp_path / "bad.csv", qcew.GOOD_CELLS)
    lines = path.read_text().splitlines()
    path.write_text("\n".join([lines[0], "1,2", *lines[1:]]) + "\n")
    with pytest.raises(Problem) as refusal:
        importer.import_file(path)
    assert (refusal.value.code, refusal.value.values["line"]) == ("line_too_short", 2)


def test_a_file_too_large_to_be_held_in_memory_is_stored_and_refused_as_any_other(
    tmp_path, monkeypatch
):
    path = qcew.write_annual(tmp_path / "a.csv", qcew.GOOD_CELLS)
    held = importer.import_file(path).dataset
    found = cells_of(warehouse.tidy_path(held.key))
    forget()
    monkeypatch.setattr(staging, "HELD_AT_MOST", 0)
    assert cells_of(warehouse.tidy_path(importer.import_file(path).dataset.key)) == found
    forget()
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join([*lines, lines[2]]))
    with pytest.raises(Problem) as refusal:
        importer.import_file(path)
    values = refusal.value.values
    assert (refusal.value.code, values["earlier"], values["line"]) == (
        "row_repeated",
        3,
        len(lines) + 1,
    )
    assert stored_files() == []


def test_suppressed_values_are_unknown_and_disclosed_zeros_are_zeros(tmp_path):
    cells = [
        qcew.Cell("39049", "5", "3254", 2016, employment=70, disclosed=False),
        qcew.Cell("39049", "5", "3391", 2016, employment=0, wages=0),
    ]
    dataset = importer.import_file(qcew.write_annual(tmp_path / "a.csv", cells)).dataset
    frame = warehouse.cells(((dataset.key, dataset.ordinal, "39049", 2016),), ("naics4",))
    hidden, zero = frame.to_dict("records")
    assert hidden["employment"] != hidden["employment"]
    assert (hidden["establishments"], hidden["cells_published"]) == (4, 0)
    assert (zero["employment"], zero["wages"], zero["cells_published"]) == (0, 0, 1)


def test_the_same_bytes_are_imported_once_for_each_scope(tmp_path):
    path = qcew.write_annual(tmp_path / "a.csv", qcew.GOOD_CELLS)
    other = InitiativeFactory()
    first = importer.import_file(path)
    again = importer.import_file(path, file_name="another name.csv")
    own = importer.import_file(path, initiative=other)
    own_again = importer.import_file(path, initiative=other)
    assert (first.new, again.new, own.new, own_again.new) == (True, False, True, False)
    assert again.dataset == first.dataset
    assert own_again.dataset == own.dataset
    assert Dataset.objects.count() == 2


def test_an_estimate_needs_a_note_and_marks_its_slices(tmp_path):
    path = qcew.write_annual(tmp_path / "a.csv", qcew.GOOD_CELLS)
    with pytest.raises(Problem) as refusal:
        importer.import_file(path, status="estimate", note="  ")
    assert refusal.value.code == "estimate_without_note"
    dataset = importer.import_file(path, status="estimate", note="By hand").dataset
    assert list(dataset.slices.values_list("status", "note")) == [("estimate", "By hand")]


def test_a_tidy_file_marks_its_own_estimates(tmp_path):
    rows = [{}, {"area": "US000", "part": "", "status": "estimate", "note": "By hand"}]
    path = qcew.write_tidy(tmp_path / "tidy.csv", rows)
    dataset = importer.import_file(path, note="From the archive").dataset
    assert dataset.status == "published"
    assert list(dataset.slices.values_list("area", "area_title", "status", "note")) == [
        ("US000", "Invented region", "estimate", "By hand"),
        ("invented-region", "Invented region", "published", "From the archive"),
    ]


def test_an_import_that_dies_before_its_row_leaves_nothing_to_be_found(tmp_path, monkeypatch):
    def die(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(DatasetSlice.objects, "bulk_create", die)
    path = qcew.write_annual(tmp_path / "a.csv", qcew.GOOD_CELLS)
    with pytest.raises(KeyboardInterrupt):
        importer.import_file(path)
    assert not Dataset.objects.exists()
    assert [file for file in stored_files() if file.suffix == ".parquet"] == []


def test_what_a_killed_import_left_is_swept_away_and_the_rest_is_kept(tmp_path, monkeypatch):
    kept = importer.import_file(qcew.write_annual(tmp_path / "a.csv", qcew.GOOD_CELLS)).dataset
    frozen = SnapshotFactory()
    warehouse.freeze(pd.DataFrame({"naics": ["3254"]}), frozen.key)
    orphans = [
        warehouse.tidy_path("left-behind"),
        warehouse.raw_path("0" * 64),
        warehouse.snapshot_path("left-behind"),
    ]
    for orphan in orphans:
        orphan.write_bytes(b"")
    importer.sweep()
    assert all(orphan.exists() for orphan in orphans)  # an import may be at work on them
    monkeypatch.setattr(files, "ABANDONED_AFTER", -1)
    importer.sweep()
    assert not any(orphan.exists() for orphan in orphans)
    assert warehouse.tidy_path(kept.key).exists()
    assert warehouse.raw_is_whole(kept.sha256)
    assert len(warehouse.frozen(frozen.key)) == 1


def test_a_raw_file_that_is_kept_again_is_young_again(tmp_path):
    path = qcew.write_annual(tmp_path / "a.csv", qcew.GOOD_CELLS)
    warehouse.keep_raw(path, "abc")
    os.utime(warehouse.raw_path("abc"), (0, 0))
    warehouse.keep_raw(path, "abc")
    assert warehouse.raw_path("abc").stat().st_mtime > 0


@pytest.mark.django_db(transaction=True)
def test_eight_imports_of_one_file_at_once_leave_one_data_set(tmp_path):
    path = qcew.write_annual(tmp_path / "a.csv", qcew.cells_of("39049", 2016))
    start, outcomes = threading.Barrier(8), []

    def take():
        start.wait()
        try:
            outcomes.append(importer.import_file(path))
        finally:
            connection.close()

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcome.new for outcome in outcomes) == [False] * 7 + [True]
    assert Dataset.objects.count() == 1
    assert [p.stem for p in stored_files() if p.suffix == ".parquet"] == [
        str(Dataset.objects.get().key)
    ]
