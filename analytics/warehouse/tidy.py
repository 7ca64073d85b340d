"""Tidy Parquet files: read back, queried, exported."""

import math
from dataclasses import dataclass

from analytics.sources import tidy
from analytics.warehouse.engine import cursor, literal, one_row, reading


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


def repeats(path, cell):
    """Whether a file in the order of the columns `cell` has rows that are alike in them.

    Rows that are alike stand one after the other there; of hashes alone a few may be alike too.
    """
    hashed = f"hash({', '.join(cell)})"
    with reading() as connection:
        found = connection.execute(
            f"SELECT 1 FROM (SELECT {hashed} AS hashed, lag(hashed) OVER () AS before "
            f"FROM read_parquet({literal(path)})) WHERE hashed = before LIMIT 1"
        )
        return found.fetchone() is not None


def slices(path, *, quarterly=False):
    """What a tidy file holds, by area, year and quarter (0 for a whole year): a list of dicts."""
    words = ", ".join(
        f"coalesce(string_agg(DISTINCT {column}, '; ' ORDER BY {column}) "
        f"FILTER ({column} <> ''), '') AS {column}"
        for column in ("area_title", "note", "source")
    )
    quarter = "quarter" if quarterly else "0 AS quarter"
    with cursor() as connection:
        rows = connection.execute(
            f"SELECT area, year, {quarter}, count(*) AS rows, "
            f"max(status = 'estimate') AS estimated, {words} "
            f"FROM read_parquet({literal(path)}) GROUP BY ALL ORDER BY ALL"
        )
        columns = [column[0] for column in rows.description]
        return [dict(zip(columns, row, strict=True)) for row in rows.fetchall()]


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
