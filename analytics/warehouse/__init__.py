"""The warehouse: immutable tidy Parquet, one file per data set, the raw files beside it.

The only door to DuckDB and to Parquet. Files are written under another name, read back, and
only then renamed to the place where a query can find them.
"""

from analytics.warehouse.cells import CELLS, Place, cells, origins, read_cells
from analytics.warehouse.changes import Changed, Counts, compare, industries
from analytics.warehouse.engine import Unreadable
from analytics.warehouse.files import (
    discard,
    discard_raw,
    keep_raw,
    keeping_raw,
    raw_is_whole,
    raw_path,
    swap_in,
    sweep,
    take_in,
    tidy_path,
    upload_path,
    written_aside,
)
from analytics.warehouse.lines import broken_field, examine, line_of, with_one_line_end
from analytics.warehouse.raw import RawFile, is_parquet, parquet_header
from analytics.warehouse.snapshots import freeze, frozen, snapshot_path, thaw
from analytics.warehouse.staging import staged
from analytics.warehouse.tidy import Totals, export, repeats, slices, totals

__all__ = [
    "CELLS",
    "Changed",
    "Counts",
    "Place",
    "RawFile",
    "Totals",
    "Unreadable",
    "broken_field",
    "cells",
    "compare",
    "discard",
    "discard_raw",
    "examine",
    "export",
    "freeze",
    "frozen",
    "industries",
    "is_parquet",
    "keep_raw",
    "keeping_raw",
    "line_of",
    "origins",
    "parquet_header",
    "raw_is_whole",
    "raw_path",
    "read_cells",
    "repeats",
    "slices",
    "snapshot_path",
    "staged",
    "swap_in",
    "sweep",
    "take_in",
    "thaw",
    "tidy_path",
    "totals",
    "upload_path",
    "with_one_line_end",
    "written_aside",
]
