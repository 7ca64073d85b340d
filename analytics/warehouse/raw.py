"""Raw files, read by DuckDB with every column as text, so that each fault can be named."""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from analytics import sources
from analytics.sources.rules import BETWEEN
from analytics.sources.sql import MISSING, always, free_text, in_powers, text
from analytics.warehouse.engine import Unreadable, cursor, literal, name, reading, unreadable
from analytics.warehouse.tidy import Totals

READ_CSV = "auto_detect=false, header=true, quote='\"', escape='\"'"
# Numbers are seldom alike, so there is little to gain from looking for those that are, or from
# packing them harder: a twentieth of the size for a tenth of the time.
WRITE_PARQUET = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 4000"
NOTHING = "\x01"  # stands for a missing value in no file: everything is read as it is
SUMMED = ("employment", "wages")
LONG = 1e14  # the mean of three months is this long at least if one of them is too long


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


@dataclass(frozen=True)
class Survey:
    """What is in a raw file. `unsound` is the first record whose row breaks a rule, `rounded` the
    first of a file of rounded numbers; records count from 0.
    """

    rows: int
    kept: Totals
    first_year: int | None
    last_year: int | None
    unsound: int | None
    rounded: int | None


def is_parquet(path):
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def parquet_header(path):
    """The column names of a Parquet file. Raises Unreadable."""
    with reading() as connection:
        rows = connection.execute("SELECT * FROM read_parquet(?) LIMIT 0", [str(path)])
        return [column[0] for column in rows.description]


@contextlib.contextmanager
def staged(raw):
    """The rows of a raw file, as a relation `staged` of their own: a Staged.

    What was written as its source writes it is read once; only where a row is unsound is the
    file read again, and what programs have changed in it is mended. Raises Unreadable with the
    first broken line.
    """
    with cursor() as connection:
        try:
            with unreadable():
                found = stage(connection, raw)
        except Unreadable:
            raise first_broken_line(raw) from None
        with unreadable():
            yield found


def stage(connection, raw):
    """Read the rows as they are, and again if one needs mending or goes on in empty columns."""
    found = Staged(connection, raw)
    with contextlib.suppress(Unreadable), unreadable():
        found.hold()
        if found.is_plain():
            return found
    found.number()
    return found


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


class Staged:
    """The rows of one raw file, to be checked and written; it ends with its connection."""

    def __init__(self, connection, raw):
        self.connection = connection
        self.raw = raw
        self.numbered = False

    def hold(self):
        """Read the rows as they are and hold them, which takes less than a table of them."""
        held = self.connection.sql(rows_of(self.raw, mended=False)).materialize()
        self.connection.register("staged", held)

    def is_plain(self):
        """Whether no row is unsound or holds a number of so many digits that it needs a look."""
        long = " OR ".join(f"{column} >= {LONG}" for column in ("establishments", *SUMMED))
        return self.one_row(f"SELECT 1 FROM staged WHERE NOT sound OR {long} LIMIT 1") is None

    def number(self):
        """Read the rows, mended, into a table, which numbers them as `rowid`."""
        self.connection.unregister("staged")
        rows = rows_of(self.raw, mended=True)
        self.connection.execute(f"CREATE TEMP TABLE staged AS {rows}")
        self.numbered = True

    def one_row(self, query):
        """The first row, or None; the result is read to its end, so that the next may begin."""
        return next(iter(self.connection.execute(query).fetchall()), None)

    def survey(self):
        """Count everything once. Returns a Survey."""
        rows, kept, jobs, wages, first, last, sound, powers = self.one_row(
            "SELECT count(*), count(*) FILTER (kept), "
            "coalesce(sum(employment) FILTER (kept), 0), coalesce(sum(wages) FILTER (kept), 0), "
            "min(year), max(year), count(*) FILTER (sound), coalesce(sum(powers), 0) FROM staged"
        )
        return Survey(
            rows,
            Totals(kept, jobs, wages),
            first,
            last,
            unsound=self.first("NOT sound") if sound < rows else None,
            rounded=self.first("powers > 0") if powers > 0 else None,
        )

    def row(self, record):
        """{column: text} of one record, as it was judged."""
        rows = self.connection.execute(
            f"SELECT * FROM ({texts(self.raw, mended=True)}) LIMIT 1 OFFSET {record}"
        )
        columns = [column[0] for column in rows.description]
        return dict(zip(columns, rows.fetchone(), strict=True))

    def first(self, condition):
        """The first record that meets the condition, or None."""
        if not self.numbered:
            self.number()
        return self.one_row(f"SELECT min(rowid) FROM staged WHERE {condition}")[0]

    def repeated(self):
        """The first record that repeats the cell of an earlier one, and that one; or None."""
        if not self.numbered:
            self.number()
        return self.one_row(
            "SELECT rowid, lag(rowid) OVER alike AS earlier FROM staged WHERE kept "
            f"WINDOW alike AS (PARTITION BY {', '.join(self.raw.layout.CELL)} ORDER BY rowid) "
            "QUALIFY earlier IS NOT NULL ORDER BY rowid LIMIT 1"
        )

    def write(self, path, *, estimate, note):
        """Write the tidy rows to a path, in the order queries ask for them.

        `estimate` marks every row; `note` fills the rows that carry none.
        """
        layout = self.raw.layout
        period = "" if layout.QUARTER == "0" else ", quarter"
        kept = (
            "SELECT * EXCLUDE (kept, sound, powers) FROM staged WHERE kept "
            f"ORDER BY {', '.join(layout.CELL)}"
        )
        marked = always("estimate") if estimate else "status"
        noted = f"CASE WHEN note = '' THEN {literal(note)} ELSE note END" if note else "note"
        self.connection.execute(
            f"COPY (SELECT * REPLACE ({marked} AS status, {noted} AS note) "
            f"FROM (SELECT {layout.VALUES}{period} FROM ({kept}))) "
            f"TO {literal(path)} ({WRITE_PARQUET})"
        )
