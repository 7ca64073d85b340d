"""One raw file into the warehouse: recognise, check, write aside, verify, swap in, record.

A file is taken whole or refused whole. Nothing can be found in the warehouse before its row
stands in the catalogue, so an import that dies half-way has changed nothing.
"""

import csv
import hashlib
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from analytics import sources, warehouse
from analytics.models import Dataset, DatasetSlice, Status
from core.problems import Problem

LONGEST_HEADER = 64 * 1024  # bytes


class Unrecognised(Problem):
    """The file is none of the layouts: in a folder it is listed and passed over."""


@dataclass(frozen=True)
class Outcome:
    """A data set and whether this import made it, or found it there already."""

    dataset: Dataset
    new: bool


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
    header, layout = recognise(path, file_name)
    sha256 = hash_of(path)
    known = find(sha256, initiative)
    if known:
        return Outcome(known, new=False)
    report(20, "check")
    survey = check(path, header, layout, file_name)
    report(50, "write")
    dataset = Dataset(
        initiative=initiative,
        file_name=file_name[-255:],
        sha256=sha256,
        layout=layout.NAME,
        status=status,
        note=note.strip(),
        rows=survey.kept.rows,
        refused_rows=survey.rows - survey.kept.rows,
        imported_by=by,
    )
    aside = write_and_verify(path, header, layout, survey, dataset)
    report(90, "record")
    try:
        warehouse.keep_raw(path, sha256)
        return record(dataset, aside)
    finally:
        aside.unlink(missing_ok=True)  # it is still there only if something failed


def find(sha256, initiative):
    return Dataset.objects.filter(sha256=sha256, initiative=initiative).first()


def hash_of(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# --- Recognise --------------------------------------------------------------------------------


def recognise(path, file_name):
    """The header and the layout of a file. Raises Unrecognised."""
    header = read_header(path, file_name)
    layout = sources.recognise(header)
    if layout is None:
        code = "file_is_quarterly" if sources.is_quarterly(header) else "layout_unknown"
        raise Unrecognised(code, file=file_name)
    return header, layout


def read_header(path, file_name):
    """The column names of the first line. Raises Unrecognised on an empty or binary file."""
    if path.stat().st_size == 0:
        raise Unrecognised("file_empty", file=file_name)
    if warehouse.is_parquet(path):
        try:
            return warehouse.parquet_header(path)
        except warehouse.Unreadable:
            raise Unrecognised("file_binary", file=file_name) from None
    with path.open("rb") as file:
        line = file.readline(LONGEST_HEADER)
    try:
        return next(csv.reader([line.decode("utf-8-sig")]))
    except (UnicodeDecodeError, csv.Error, StopIteration):
        raise Unrecognised("file_binary", file=file_name) from None


# --- Check ------------------------------------------------------------------------------------


def check(path, header, layout, file_name):
    """Survey the file. Raises Problem with the first bad line and what to do."""
    try:
        survey = warehouse.survey(path, header, layout)
    except warehouse.Unreadable as error:
        raise broken_line(error, path, file_name) from None
    for (code, column, condition), count in zip(layout.FAULTS, survey.faults, strict=True):
        if count:
            line = warehouse.first_line(path, header, layout, condition)
            raise Problem(code, file=file_name, line=line, column=column)
    if layout.ONE_YEAR and survey.first_year != survey.last_year:
        other = f"TRY_CAST(year AS SMALLINT) <> {survey.first_year}"
        line = warehouse.first_line(path, header, layout, other)
        raise Problem(
            "years_mixed",
            file=file_name,
            line=line,
            years=f"{survey.first_year}-{survey.last_year}",
        )
    if not survey.kept.rows:
        raise Problem("no_rows", file=file_name)
    return survey


def broken_line(error, path, file_name):
    """What to say of a line that is no row; an incomplete last one means that the file was cut."""
    if error.line is None:
        return Problem("file_unreadable", file=file_name)
    cut = error.incomplete and error.line >= number_of_lines(path)
    return Problem("file_cut" if cut else "line_broken", file=file_name, line=error.line)


def number_of_lines(path):
    with path.open("rb") as file:
        return sum(1 for _line in file)


# --- Write and record -------------------------------------------------------------------------


def write_and_verify(path, header, layout, survey, dataset):
    """The tidy file, written aside and read back. Raises Problem on repeated rows."""
    try:
        aside = warehouse.write(
            path,
            header,
            layout,
            estimate=dataset.status == Status.ESTIMATE,
            note=dataset.note,
        )
    except warehouse.Unreadable:
        raise Problem("file_unreadable", file=dataset.file_name) from None
    if not warehouse.totals(aside).agree(survey.kept):
        aside.unlink()
        raise Problem("totals_differ", file=dataset.file_name)
    if warehouse.has_repeats(aside):
        aside.unlink()
        line = warehouse.repeated_line(path, header, layout)
        raise Problem("row_repeated", file=dataset.file_name, line=line)
    return aside


def record(dataset, aside):
    """Swap the tidy file in and write its rows; of two imports of one file one stands."""
    slices = [slice_of(dataset, found) for found in warehouse.slices(aside)]
    totals = warehouse.totals(aside)
    dataset.employment, dataset.wages = totals.employment, totals.wages
    warehouse.swap_in(aside, warehouse.tidy_path(dataset.key))
    try:
        with transaction.atomic():
            dataset.save()
            DatasetSlice.objects.bulk_create(slices)
    except IntegrityError:
        warehouse.discard(dataset.key)
        return Outcome(find(dataset.sha256, dataset.initiative), new=False)
    except BaseException:
        warehouse.discard(dataset.key)
        raise
    return Outcome(dataset, new=True)


def slice_of(dataset, found):
    return DatasetSlice(
        dataset=dataset,
        area=found["area"],
        area_title=found["area_title"][:120],
        year=found["year"],
        rows=found["rows"],
        status=Status.ESTIMATE if found["estimated"] else Status.PUBLISHED,
        note=found["note"],
        source=found["source"],
    )


def sweep():
    """Clear away what killed imports have left in the warehouse."""
    warehouse.sweep(Dataset.objects.values_list("key", flat=True))
