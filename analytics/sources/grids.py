"""Tables that people made, as lines of text: CSV in any common form, and the sheets of a workbook.

The layouts of statistical offices are read by DuckDB; these are small files whose columns somebody
has to name first.
"""

import csv
import io
import re
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import islice

MOST_LINES, MOST_COLUMNS = 50_000, 400
MOST_BYTES = 50 * 1024**2
MOST_UNPACKED = 500 * 1024**2  # bytes of a workbook's parts together
WORKBOOK = b"PK\x03\x04"
SHEETS = "xl/workbook.xml"  # the part that every workbook has
# What openpyxl and the modules below it raise on workbooks that are damaged or locked.
UNREADABLE = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    OSError,
    EOFError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
DELIMITERS = ",;\t|"
ENCODINGS = ("utf-8-sig", "cp1252")  # what spreadsheets save


class NoGrid(Exception):
    """The file is no table that can be read; `code` names the sentence that says why, `values`
    say where, if there is a place.
    """

    def __init__(self, code, **values):
        self.code = code
        self.values = values
        super().__init__(code)


@dataclass(frozen=True)
class Grid:
    """The lines of one sheet: lists of texts, the first of them line 1.

    `sheets` are the names of all sheets of a workbook; a file of text has none.
    """

    lines: list
    sheet: str = ""
    sheets: tuple = ()

    @property
    def width(self):
        return max(map(len, self.lines), default=0)

    def cell(self, line, column):
        """The text of a cell, '' beyond the end of its line; lines count from 1, columns from 0."""
        cells = self.lines[line - 1]
        return cells[column] if column < len(cells) else ""


def is_workbook(path):
    """True for an XLSX workbook, known by its content."""
    with path.open("rb") as file:
        if file.read(4) != WORKBOOK:
            return False
    try:
        with zipfile.ZipFile(path) as parts:
            return SHEETS in parts.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def read(path, sheet=""):
    """A file as a Grid; of a workbook the sheet of that name, else the first. Raises NoGrid."""
    if path.stat().st_size > MOST_BYTES:
        raise NoGrid("grid_too_large")
    grid = workbook(path, sheet) if is_workbook(path) else Grid(text_lines(path))
    if len(grid.lines) > MOST_LINES or grid.width > MOST_COLUMNS:
        raise NoGrid("grid_too_large")
    if grid.width < 2:
        raise NoGrid("grid_without_columns")
    return grid


def text_lines(path):
    """The cells of each line of a text file. Raises NoGrid with the line and the column."""
    data = path.read_bytes()
    if data.startswith(WORKBOOK):
        raise NoGrid("grid_unreadable")
    text = decoded(data)
    delimiter = delimiter_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found = []
    try:
        for cells in islice(reader, MOST_LINES + 1):
            found.append([cell.strip() for cell in cells])
    except csv.Error:
        raise NoGrid("grid_line_broken", line=len(found) + 1, column=1) from None
    return found


def decoded(data):
    """The text of a file in one of the encodings that spreadsheets save."""
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("cp1252", "replace")
            continue
        before, found, _after = text.partition("\x00")
        if not found:
            return text
        break
    raise NoGrid("grid_line_broken", **place_of(before))


def place_of(before):
    """The line and the column that a text ends in, both from 1."""
    line = re.split(r"\r\n|\r|\n", before)
    [cells] = csv.reader([line[-1]], delimiter=delimiter_of(before)) if line[-1] else [[""]]
    return {"line": len(line), "column": len(cells)}


def delimiter_of(text):
    """What stands between the cells: what cuts most of the first lines into equally many."""

    def regular(delimiter):
        lines = csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=delimiter)
        widths = Counter(len(cells) for cells in islice(lines, 50))
        return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))

    try:
        return max(DELIMITERS, key=regular)
    except csv.Error:
        return max(DELIMITERS, key=text[:20_000].count)


def workbook(path, sheet):
    """The sheet of that name, else the first that is a table."""
    with zipfile.ZipFile(path) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
            raise NoGrid("grid_too_large")
    try:
        tables = dict(sheets_of(path))
    except UNREADABLE:
        raise NoGrid("grid_unreadable") from None
    if not tables:
        raise NoGrid("grid_without_columns")
    name = sheet if sheet in tables else next(iter(tables))
    return Grid(tables[name], name, tuple(tables))


def sheets_of(path):
    """The sheets that have two columns or more: pairs of name and lines."""
    from openpyxl import load_workbook

    content = path.read_bytes()  # openpyxl asks a path for its ending
    shown = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    written = load_workbook(io.BytesIO(content), read_only=True)
    for sheet in shown.worksheets:
        pairs = zip(rows_of(sheet), rows_of(written[sheet.title]), strict=True)
        lines = [[as_text(*cell) for cell in zip(*pair, strict=True)] for pair in pairs]
        if any(len(cells) > 1 and any(cells[1:]) for cells in lines):
            yield sheet.title, lines


def rows_of(sheet):
    """The rows of a sheet, as many as there may be and one more."""
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    return islice(sheet.iter_rows(values_only=True), MOST_LINES + 1)


def as_text(value, formula):
    """What a cell shows; a formula without a stored value stays the formula, never a blank."""
    if value is None:
        return str(formula).strip() if formula is not None else ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else fraction(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()[:10]
    return str(value).strip()


def fraction(value):
    """A fraction in digits; one of three decimals gets a fourth, so that nobody takes the point
    for one between thousands.
    """
    text = format(Decimal(repr(value)), "f")
    return f"{text}0" if re.fullmatch(r".*\.[0-9]{3}", text) else text
