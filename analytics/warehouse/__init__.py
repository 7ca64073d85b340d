"""The warehouse: immutable tidy Parquet, one file per data set, the raw files beside it.

The only door to DuckDB and to Parquet. Files are written under another name, read back, and
only then renamed to the place where a query can find them.
"""

from analytics.warehouse.engine import Unreadable
from analytics.warehouse.files import (
    discard,
    discard_raw,
    keep_raw,
    raw_is_whole,
    raw_path,
    swap_in,
    sweep,
    take_in,
    tidy_path,
    upload_path,
)
from analytics.warehouse.raw import (
    first_line,
    is_parquet,
    parquet_header,
    repeated_line,
    survey,
    write,
)
from analytics.warehouse.tidy import Totals, cells, export, has_repeats, slices, totals

__all__ = [
    "Totals",
    "Unreadable",
    "cells",
    "discard",
    "discard_raw",
    "export",
    "first_line",
    "has_repeats",
    "is_parquet",
    "keep_raw",
    "parquet_header",
    "raw_is_whole",
    "raw_path",
    "repeated_line",
    "slices",
    "survey",
    "swap_in",
    "sweep",
    "take_in",
    "tidy_path",
    "totals",
    "upload_path",
    "write",
]
