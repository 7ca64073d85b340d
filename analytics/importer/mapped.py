"""Files whose columns somebody has named: made tidy, and imported like any tidy file."""

import csv

from django.utils import timezone

from analytics import warehouse
from analytics.importer.archives import is_archive
from analytics.importer.catalogue import Outcome
from analytics.importer.files import import_file
from analytics.importer.recognition import recognise
from analytics.presenters.uploads import fault_line
from analytics.queries import area_code
from analytics.sources import grids, tidy, wide
from analytics.sources.mapping import Mapping, headings
from core.problems import Problem

REST = ("header", "area", "ownership", "year", "state")


def needs_mapping(path, file_name):
    """Whether a file is a table of no known layout, whose columns have to be named."""
    if is_archive(path):
        return False
    if grids.is_workbook(path):
        return True
    try:
        recognise(path, file_name)
    except Problem as problem:
        return problem.code == "layout_unknown"
    return False


def grid_of(path, file_name, sheet=""):
    """A file as a Grid. Raises Problem."""
    try:
        return grids.read(path, sheet)
    except grids.NoGrid as error:
        raise Problem(error.code, file=file_name, **error.values) from None
    except FileNotFoundError:
        raise Problem("upload_gone", file=file_name) from None


def rows_of(grid, mapping, initiative):
    """The rows that a table holds under a mapping: a `wide.Result`."""

    def find_area(text):
        return area_code(text, initiative)

    return wide.read(grid, mapping, find_area, last=timezone.now().year)


def as_json(mapping, sheet):
    """A mapping as it is stored with its upload."""
    pairs = {"roles": mapping.roles, "years": mapping.years}
    held = {name: {str(key): value for key, value in pairs[name].items()} for name in pairs}
    rest = {name: getattr(mapping, name) for name in REST}
    return {"sheet": sheet, **held, **rest}


def from_json(held):
    """(mapping, sheet) of what is stored."""
    pairs = {
        name: {int(key): value for key, value in held[name].items()} for name in ("roles", "years")
    }
    rest = {name: held[name] for name in REST}
    return Mapping(**pairs, **rest), held["sheet"]


def import_mapped(upload, *, report):
    """Import an upload by its mapping, however often it is begun. Returns an Outcome.

    What is imported is the tidy file made of it; the file as it came is kept beside that. Raises
    Problem.
    """
    if upload.dataset:
        return Outcome(upload.dataset, new=False)
    mapping, sheet = from_json(upload.mapping)
    path = warehouse.upload_path(upload.key)
    grid = grid_of(path, upload.file_name, sheet)
    result = rows_of(grid, mapping, upload.initiative)
    if result.faults:
        said = fault_line(result.faults[0], headings(grid, mapping.header))
        raise Problem("mapping_stale", file=upload.file_name, fault=said)
    if not result.rows:
        raise Problem("mapping_without_rows", file=upload.file_name, line=mapping.header)
    with warehouse.written_aside() as made:
        write(made, result.rows, source_of(upload, grid))
        outcome = import_file(
            made,
            file_name=upload.file_name,
            status=upload.status,
            note=upload.note,
            initiative=upload.initiative,
            by=upload.uploaded_by,
            report=report,
        )
        made.unlink()
    warehouse.keep_raw(path, upload.sha256)
    upload.dataset = outcome.dataset
    upload.save(update_fields=["dataset"])
    return outcome


def write(path, rows, source):
    """The rows as a tidy file; the same rows make the same bytes."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, tidy.COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(row | {"status": "published", "note": "", "source": source})


def source_of(upload, grid):
    """What the tidy file says of its own origin."""
    place = f", sheet {grid.sheet}" if len(grid.sheets) > 1 else ""
    return f"{upload.file_name}{place}, columns named by hand, sha256 {upload.sha256}"
