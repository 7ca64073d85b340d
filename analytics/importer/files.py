"""One raw file into the warehouse: recognise, check, write aside, verify, swap in, record.

A file is taken whole or refused whole. Nothing can be found in the warehouse before its row
stands in the catalogue, so an import that dies half-way has changed nothing.
"""

import contextlib
from dataclasses import replace

from analytics import warehouse
from analytics.importer.catalogue import Outcome, find, record
from analytics.importer.checks import broken_line, check, check_written
from analytics.importer.recognition import recognise
from analytics.importer.room import room_for
from analytics.models import Dataset, Status
from core.problems import Problem


def import_file(
    path,
    *,
    file_name="",
    status=Status.PUBLISHED,
    note="",
    initiative=None,
    by=None,
    report=lambda percent, step: None,
):
    """Import one file for the server or for one initiative; the same bytes are imported once.

    `status` and `note` hold for all rows; a tidy file may mark its own. Returns an Outcome.
    Raises Problem, and Unrecognised where the file is none of the layouts.
    """
    file_name = file_name or path.name
    if status == Status.ESTIMATE and not note.strip():
        raise Problem("estimate_without_note")
    raw = recognise(path, file_name)
    content = warehouse.examine(path)
    known = find(content.sha256, initiative)
    if known:
        return Outcome(known, new=False)
    dataset = Dataset(
        initiative=initiative,
        file_name=file_name[-255:],
        sha256=content.sha256,
        layout=raw.layout.NAME,
        status=status,
        note=note.strip(),
        imported_by=by,
    )
    report(20, "check")
    with room_for(file_name), warehouse.written_aside() as aside:
        with warehouse.keeping_raw(path, content.sha256):
            write(aside, raw, content, dataset, report)
        report(90, "record")
        return record(dataset, aside)


def write(aside, raw, content, dataset, report):
    """Check a file, write its tidy rows aside and read them back. Raises Problem."""
    try:
        with readable(raw, content) as raw, warehouse.staged(raw) as staged:
            survey = check(raw, staged, content.lines, dataset.file_name)
            report(50, "write")
            staged.write(aside, estimate=dataset.status == Status.ESTIMATE, note=dataset.note)
            totals = check_written(raw, staged, survey, aside, dataset.file_name)
    except warehouse.Unreadable as error:
        raise broken_line(error, raw, content.lines, dataset.file_name) from None
    dataset.rows, dataset.employment, dataset.wages = totals.rows, totals.employment, totals.wages
    dataset.refused_rows = survey.rows - survey.kept.rows


@contextlib.contextmanager
def readable(raw, content):
    """The file, or a copy of it where its lines end in several ways, which DuckDB refuses."""
    if not (raw.delimiter and content.mixed):
        yield raw
        return
    copy = warehouse.with_one_line_end(raw.path)
    try:
        yield replace(raw, path=copy)
    finally:
        copy.unlink()
