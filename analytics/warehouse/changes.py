"""What differs between the cells that counted before an import and those that count after it."""

import functools
from typing import NamedTuple

from analytics.sources.tidy import LEVELS
from analytics.warehouse.cells import current
from analytics.warehouse.engine import cursor, literal

TOLD = ("total", "naics4")  # the levels that tables are made of
VALUES = ("establishments", "jobs", "wages")
DIFFERS = " OR ".join(f"now.{value} IS DISTINCT FROM before.{value}" for value in VALUES)


class Counts(NamedTuple):
    """Cells of places that were held before: all, new ones, and those whose values changed.

    `disclosed` and `suppressed` count the changed ones whose jobs are known only after or only
    before; `up` and `down` those that have more or fewer jobs; `typical` is the median of their
    changes in jobs, as a fraction of before, without sign, None where there is none.
    """

    cells: int
    new: int
    changed: int
    disclosed: int
    suppressed: int
    up: int
    down: int
    typical: float | None


class Changed(NamedTuple):
    """A cell, and its jobs before and after; None is undisclosed."""

    area: str
    year: int
    industry: str
    ownership: str
    before: float | None
    now: float | None


@functools.lru_cache(maxsize=16)
def compare(before, now, most):
    """(Counts, Changed) of two tuples of Places.

    All levels are counted; of totals and 4-digit industries up to `most` Changed are told, the
    largest change in jobs first.
    """
    told = ", ".join(map(literal, TOLD))
    with cursor() as connection:
        connection.execute(f"CREATE TEMP TABLE met AS {met(before, now)}")
        counts = connection.execute(
            "SELECT count(*), count(*) FILTER (is_new), count(*) FILTER (changed), "
            "count(*) FILTER (changed AND before IS NULL AND now IS NOT NULL), "
            "count(*) FILTER (changed AND before IS NOT NULL AND now IS NULL), "
            "count(*) FILTER (changed AND now > before), "
            "count(*) FILTER (changed AND now < before), "
            "median(abs(now - before) / before) FILTER (changed AND now <> before AND before > 0) "
            "FROM met"
        ).fetchone()
        largest = connection.execute(
            "SELECT area, year, industry, ownership, before, now FROM met "
            f"WHERE changed AND before <> now AND level IN ({told}) "
            "ORDER BY abs(now - before) DESC, area, year, industry, ownership LIMIT ?",
            [most],
        ).fetchall()
    return Counts(*counts), tuple(Changed(*row) for row in largest)


def met(before, now):
    """SQL of each cell as it is now, with its jobs before, and whether it is new or changed."""
    return (
        "SELECT now.area, now.year, now.industry, now.ownership, now.level, now.jobs AS now, "
        "before.jobs AS before, before.area IS NULL AS is_new, "
        f"before.area IS NOT NULL AND ({DIFFERS}) AS changed "
        f"FROM ({by_cell(now)}) AS now LEFT JOIN ({by_cell(before)}) AS before "
        "USING (area, year, industry, ownership)"
    )


def by_cell(places):
    """SQL of one row for each cell; jobs and wages are NULL where all of it is suppressed."""
    known = "CASE WHEN sum(cells_published) > 0 THEN sum({}) END AS {}"
    return (
        "SELECT area, year, industry, ownership, any_value(level) AS level, "
        "sum(establishments) AS establishments, "
        f"{known.format('employment', 'jobs')}, {known.format('wages', 'wages')} "
        f"FROM ({current(places, LEVELS)}) GROUP BY area, year, industry, ownership"
    )


@functools.lru_cache(maxsize=16)
def industries(places, level):
    """The codes of a level that stand at some places: a frozenset."""
    with cursor() as connection:
        rows = connection.execute(f"SELECT DISTINCT industry FROM ({current(places, (level,))})")
        return frozenset(code for (code,) in rows.fetchall())
