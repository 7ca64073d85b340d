"""Raw files, read by DuckDB with every column as text, so that each fault can be named."""

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from analytics import sources
from analytics.sources.rules import BETWEEN
from analytics.sources.sql import MISSING, always, free_text, in_powers, text
from analytics.warehouse.engine import Unreadable, literal, name, reading

READ_CSV = "auto_detect=false, header=true, quote='\"', escape='\"'"
NOTHING = "\x01"  # stands for a missing value in no file: everything is read as it is


@dataclass(frozen=True)
class RawFile:
    """A file of a known layout; `delimiter` is None for Parquet."""

    path: Path
    header: list
    layout: ModuleType
    delimiter: str | None

    @property
    def places(self):
        return sources.places(self.header, self.layout)

    def column_name(self, column):
        """A column of the layout as the file calls it, or as the layout does where it is not."""
        place = self.places.get(column)
        return column if place is None else self.header[place].strip()


def is_parquet(path):
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def parquet_header(path):
    """The column names of a Parquet file. Raises Unreadable."""
    with reading() as connection:
        rows = connection.execute("SELECT * FROM read_parquet(?) LIMIT 0", [str(path)])
        return [column[0] for column in rows.description]


def rows_of(raw, mended):
    """SQL of what is staged, with `quarter`, `kept`, `sound` and `powers`, in the file's order."""
    layout = raw.layout
    whole_row = f"concat_ws({literal(BETWEEN)}, {', '.join(layout.ROW_COLUMNS)})"
    pattern = literal(layout.ROW if mended else layout.PLAIN_ROW)
    powers = in_powers(layout.NUMBERS) if mended else "0"
    return (
        f"WITH raw AS ({texts(raw, mended)}) SELECT {layout.STAGED}, {layout.QUARTER} AS quarter, "
        f"{layout.KEPT} AS kept, regexp_full_match({whole_row}, {pattern}) AS sound, "
        f"{powers} AS powers FROM raw"
    )


def texts(raw, mended, options=READ_CSV):
    """SQL of the relation `raw`: the layout's columns as text, '' where nothing stands.

    Unless they are mended, columns that rows are judged by stand as they are in a text file.
    """
    words = list(MISSING) if mended else [NOTHING]
    columns = ", ".join(
        f"{read_as(raw, column, mended)} AS {column}" for column in raw.layout.COLUMNS
    )
    select = f"SELECT {columns} FROM {relation(raw, f'{options}, nullstr={words}')}"
    if not mended or not raw.layout.MENDED:
        return select
    changes = ", ".join(f"{value} AS {column}" for column, value in raw.layout.MENDED.items())
    return f"SELECT * REPLACE ({changes}) FROM ({select})"


def read_as(raw, column, mended):
    """SQL of one column of the layout as text."""
    place = raw.places.get(column)
    if place is None:
        return always("")
    if not raw.delimiter:
        return text(f"{name(raw.header[place])}::VARCHAR")
    if mended:
        return text(f"c{place}")
    return free_text(f"c{place}") if column in raw.layout.FREE else f"c{place}"


def relation(raw, options):
    """SQL of the file as a table; a text file's columns go by their place in it."""
    if not raw.delimiter:
        return f"read_parquet({literal(raw.path)})"
    types = ", ".join(f"c{n}: 'VARCHAR'" for n in range(len(raw.header)))
    delimiter = f"delim={literal(raw.delimiter)}"
    return f"read_csv({literal(raw.path)}, columns={{{types}}}, {delimiter}, {options})"


def first_broken_line(raw):
    """Unreadable, with the first line that is no row and the place of its first bad column."""
    if not raw.delimiter:
        return Unreadable()
    with reading() as connection:
        rows = texts(raw, mended=True, options=f"{READ_CSV}, store_rejects=true")
        connection.execute(f"CREATE TEMP TABLE sound AS {rows}")
        found = connection.execute(
            "SELECT line, column_idx - 1, error_type FROM reject_errors ORDER BY line, column_idx "
            "LIMIT 1"
        ).fetchone()
    return Unreadable(*found or ())
