"""The lines of a raw text file: what ends them, and which one a record stands on."""

import csv
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from analytics.warehouse.files import digest_of, written_aside

PIECE = 1 << 20  # bytes
FEED = ord("\n")


@dataclass(frozen=True)
class Bytes:
    """What a file's bytes tell.

    `lines` counts also the blank ones; `mixed` says that they end in more than one way.
    """

    sha256: str
    lines: int
    mixed: bool


def examine(path):
    """Read a file for its digest and, beside that, for its line ends. Returns Bytes."""
    with ThreadPoolExecutor(1) as beside:
        digest = beside.submit(digest_of, path)
        lines, mixed = line_ends(path)
        return Bytes(digest.result(), lines, mixed)


def line_ends(path):
    """(how many lines a file has, whether they end in more than one way)"""
    feeds, returns, pairs, last = 0, 0, 0, b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            feeds += int(np.count_nonzero(np.frombuffer(piece, np.uint8) == FEED))
            if b"\r" in piece:  # to count what is not there takes much longer than to look
                returns += piece.count(b"\r")
                pairs += piece.count(b"\r\n")
            pairs += last == b"\r" and piece.startswith(b"\n")
            last = piece[-1:]
    kinds = [pairs, feeds - pairs, returns - pairs]
    unended = last not in (b"", b"\n", b"\r")
    return sum(kinds) + unended, sum(map(bool, kinds)) > 1


def with_one_line_end(path):
    """A copy of a file, aside, whose lines all end in the same way; returns its path."""
    with (
        written_aside() as aside,
        path.open(encoding="utf-8", errors="surrogateescape") as old,  # any line end is read as \n
        aside.open("w", encoding="utf-8", errors="surrogateescape", newline="\n") as new,
    ):
        shutil.copyfileobj(old, new)
    return aside


def line_of(raw, record):
    """The line on which a record begins; `record` counts from 0 after the header."""
    if not raw.delimiter:  # Parquet has rows; the header would be the first line
        return record + 2
    return next(line for n, (line, _fields) in enumerate(records(raw)) if n == record + 1)


def broken_field(raw):
    """(line, place) of the first field that goes on over several lines; (None, None) if none."""
    return next(
        (
            (line, place)
            for line, fields in records(raw)
            for place, field in enumerate(fields)
            if "\n" in field or "\r" in field
        ),
        (None, None),
    )


def records(raw):
    """The first line and the fields of each record, the header's too; blank lines are none."""
    with raw.path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader, end = csv.reader(file, delimiter=raw.delimiter), 0
        for fields in reader:
            if fields:
                yield end + 1, fields
            end = reader.line_num
