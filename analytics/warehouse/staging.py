"""The rows of a raw file between reading and writing: counted, judged, and written in order."""

import contextlib
from dataclasses import dataclass

from analytics.sources.sql import always
from analytics.warehouse.engine import Unreadable, cursor, literal, unreadable
from analytics.warehouse.raw import first_broken_line, rows_of, texts
from analytics.warehouse.tidy import Totals

SUMMED = ("employment", "wages")
HELD_AT_MOST = 10**9  # bytes of a file; what is held takes about as much of the memory
LONG = 1e14  # the mean of three months is this long at least if one of them is too long
# Numbers are seldom alike, so there is little to gain from looking for those that are, or from
# packing them harder: a twentieth of the size for a tenth of the time.
WRITE_PARQUET = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 4000"


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
        if raw.path.stat().st_size <= HELD_AT_MOST:
            found.hold()
        else:
            found.number(mended=False)
        if found.is_plain():
            return found
    found.number(mended=True)
    return found


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

    def number(self, *, mended):
        """Read the rows into a table, which numbers them as `rowid` and may spill to the disk."""
        self.connection.unregister("staged")
        rows = rows_of(self.raw, mended)
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE staged AS {rows}")
        self.numbered = True

    def see_numbered(self):
        if not self.numbered:
            self.number(mended=True)

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
        self.see_numbered()
        return self.one_row(f"SELECT min(rowid) FROM staged WHERE {condition}")[0]

    def repeated(self):
        """The first record that repeats the cell of an earlier one, and that one; or None."""
        self.see_numbered()
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
