"""What a file is, told by its first bytes and its first line."""

import csv
import re

from django.utils.translation import gettext as _

from analytics import sources, warehouse
from core.problems import Problem

LONGEST_HEADER = 64 * 1024  # bytes
DELIMITERS = (",", ";", "\t")
BINARY = {  # how a file of another kind begins: its problem
    b"\xff\xfe": "file_utf16",
    b"\xfe\xff": "file_utf16",
    b"PK\x03\x04": "file_in_archive",
    b"PK\x05\x06": "file_in_archive",
}
UTF16 = re.compile(rb"(\0[\t -~]){4}|([\t -~]\0){4}")  # where no mark stands at its beginning
CONTROL = re.compile(r"[\0-\x08\x0e-\x1f]")  # what stands in no text


class Unrecognised(Problem):
    """The file is none of the layouts: in a folder it is listed and passed over."""


def recognise(path, file_name):
    """A file as it is to be read: a RawFile. Raises Unrecognised."""
    if path.stat().st_size == 0:
        raise Unrecognised("file_empty", file=file_name)
    if warehouse.is_parquet(path):
        headers = {None: parquet_header(path, file_name)}
    else:
        headers = text_headers(path, file_name)
    for delimiter, header in headers.items():
        layout = sources.recognise(header)
        if layout:
            refuse_repeated_column(header, layout, file_name)
            return warehouse.RawFile(path, header, layout, delimiter)
    raise unknown(max(headers.values(), key=len), file_name)


def parquet_header(path, file_name):
    try:
        return warehouse.parquet_header(path)
    except warehouse.Unreadable:
        raise Unrecognised("file_binary", file=file_name) from None


def text_headers(path, file_name):
    """{delimiter: column names of the first line}. Raises Unrecognised on a binary file."""
    with path.open("rb") as file:
        start = file.read(LONGEST_HEADER)
    for mark, code in BINARY.items():
        if start.startswith(mark):
            raise Unrecognised(code, file=file_name)
    if UTF16.match(start):
        raise Unrecognised("file_utf16", file=file_name)
    line = re.split(rb"[\r\n]", start, maxsplit=1)[0]
    try:
        return split(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise not_utf8(line, file_name) from None


def split(line):
    """{delimiter: column names}, without empty ones behind the last, which spreadsheets write."""
    headers = {
        delimiter: next(csv.reader([line], delimiter=delimiter), []) for delimiter in DELIMITERS
    }
    for header in headers.values():
        while header and not header[-1].strip():
            header.pop()
    return headers


def not_utf8(line, file_name):
    """What to say of a first line that is not in UTF-8: where, if it is a table's."""
    names = max(split(line.decode("cp1252", "replace")).values(), key=len)
    if sources.nearest(names) is None:
        return Unrecognised("file_binary", file=file_name)
    column = next(name for name in names if not name.isascii())
    return Problem("line_not_utf8", file=file_name, line=1, column=column)


def refuse_repeated_column(header, layout, file_name):
    repeated = sources.repeated(header, layout)
    if repeated:
        raise Problem("column_repeated", file=file_name, line=1, column=repeated[0])


def unknown(header, file_name):
    """What to say of a first line of no layout; one that lacks little is told what it lacks."""
    nearest = sources.nearest(header)
    if nearest is None:
        if any(CONTROL.search(name) for name in header):
            return Unrecognised("file_binary", file=file_name)
        first = (header[0].strip()[:40] if header else "") or _("without a name")
        return Unrecognised("layout_unknown", file=file_name, line=1, column=first)
    _nearest, lacking = nearest
    return Problem("column_missing", file=file_name, line=1, column=", ".join(lacking))
