"""Tidy Parquet files: read back, queried, exported."""

import functools
import math
from dataclasses import dataclass

from analytics.sources import tidy
from analytics.warehouse.engine import cursor, literal, one_row, reading
from analytics.warehouse.files import tidy_path


@dataclass(frozen=True)
class Totals:
    """What must be the same in the raw file and in the tidy one."""

    rows: int
    employment: float
    wages: float

    def agree(self, other):
        """Sums of fractions depend on their order, so they agree to a part in a billion."""
        return self.rows == other.rows and all(
            math.isclose(ours, theirs, rel_tol=1e-9)
            for ours, theirs in [(self.employment, other.employment), (self.wages, other.wages)]
        )


def totals(path):
    """Rows and sums of a tidy file, read back. Raises Unreadable."""
    with reading() as connection:
        found = one_row(
            connection,
            "SELECT count(*), coalesce(sum(employment), 0), coalesce(sum(wages), 0) "
            f"FROM read_parquet({literal(path)})",
        )
    return Totals(*found)


def has_repeats(path):
    """True if a tidy file holds a cell twice."""
    with cursor() as connection:
        return one_row(
            connection,
            "SELECT count(*) > count(DISTINCT (area, part, ownership, industry, year)) "
            f"FROM read_parquet({literal(path)})",
        )[0]


def slices(path):
    """What a tidy file holds, area by area and year by year: a list of dicts."""
    words = ", ".join(
        f"coalesce(string_agg(DISTINCT {column}, '; ' ORDER BY {column}) "
        f"FILTER ({column} <> ''), '') AS {column}"
        for column in ("area_title", "note", "source")
    )
    with cursor() as connection:
        rows = connection.execute(
            f"SELECT area, year, count(*) AS rows, max(status = 'estimate') AS estimated, {words} "
            f"FROM read_parquet({literal(path)}) GROUP BY area, year ORDER BY area, year"
        )
        columns = [column[0] for column in rows.description]
        return [dict(zip(columns, row, strict=True)) for row in rows.fetchall()]


CELLS = [column for column in tidy.COLUMNS if column not in tidy.OPTIONAL]


@functools.lru_cache(maxsize=64)
def cells(wanted, levels):
    """The current cells of some areas and years: a frame of the tidy columns and `ordinal`.

    `wanted` is a tuple of (key, ordinal, area, year), `levels` a tuple of level names. Of the data
    sets that hold a cell the one with the highest ordinal counts, with all the cell's parts.
    Files are immutable, so the frame is kept for the next caller: do not write into it.
    """
    listed = ", ".join(
        f"({literal(tidy_path(key))}, {ordinal}, {literal(area)}, {year})"
        for key, ordinal, area, year in wanted
    )
    paths = ", ".join(sorted({literal(tidy_path(key)) for key, *_rest in wanted}))
    with cursor() as connection:
        return connection.execute(
            f"WITH wanted(filename, ordinal, area, year) AS (VALUES {listed}) "
            f"SELECT {', '.join(CELLS)}, ordinal "
            f"FROM read_parquet([{paths}], filename=true) JOIN wanted USING (filename, area, year) "
            f"WHERE level IN ({', '.join(literal(level) for level in levels)}) "
            "QUALIFY ordinal = max(ordinal) OVER (PARTITION BY area, ownership, industry, year) "
            "ORDER BY area, year, industry, ownership, part"
        ).df()


def export(frame, path):
    """Write a frame of tidy columns as CSV or, where the name ends so, as Parquet."""
    kind = "FORMAT parquet, COMPRESSION zstd" if path.suffix == ".parquet" else "FORMAT csv, HEADER"
    whole = {
        column: frame[column].astype("Int64")
        for column in ("establishments", "employment", "wages")
        if (frame[column].dropna() % 1 == 0).all()
    }
    with cursor() as connection:
        connection.register("frame", frame.assign(**whole))
        connection.execute(
            f"COPY (SELECT {', '.join(tidy.COLUMNS)} FROM frame) TO {literal(path)} ({kind})"
        )
