"""The current cells of areas and years, out of whatever data sets hold them.

Of the data sets that hold a cell the one with the highest ordinal counts, with all the cell's
parts. Quarters count cell by cell and quarter by quarter in the same way, and four of them make
a year (`analytics.warehouse.quarters`), which is as new as the newest of them.
"""

import functools
from typing import NamedTuple

from analytics.sources import tidy
from analytics.warehouse.engine import cursor, literal
from analytics.warehouse.files import tidy_path
from analytics.warehouse.quarters import made_years

CELLS = [column for column in tidy.COLUMNS if column not in tidy.OPTIONAL]
SORTED = "ORDER BY area, year, industry, ownership, part"


class Place(NamedTuple):
    """Where cells of an area and year are: in the data set of that key, as year or as quarters."""

    key: str
    ordinal: int
    area: str
    year: int
    quarterly: bool = False


@functools.lru_cache(maxsize=64)
def cells(wanted, levels):
    """The current cells of some areas and years: a frame of the tidy columns and `ordinal`.

    `wanted` is a tuple of Places, `levels` a tuple of level names. Files are immutable, so the
    frame is kept for the next caller: do not write into it.
    """
    return read_cells(wanted, levels)


def read_cells(wanted, levels):
    """What `cells` gives, without keeping it: for frames that are large and used once."""
    with cursor() as connection:
        return connection.execute(
            f"SELECT {', '.join(CELLS)}, ordinal FROM ({current(wanted, levels)}) {SORTED}"
        ).df()


@functools.lru_cache(maxsize=64)
def origins(wanted, levels, industries=None, by=("area", "year")):
    """{(ordinal, area, year)} of the data sets that current cells come from, of some industries
    (a tuple of codes) or of all; a year made of quarters comes from several. `by` names what
    stands in the place of area and year.
    """
    chosen = "true"
    if industries is not None:
        chosen = f"industry IN ({', '.join(literal(code) for code in industries)})"
    with cursor() as connection:
        return frozenset(
            connection.execute(
                f"SELECT DISTINCT unnest(ordinals), {', '.join(by)} "
                f"FROM ({current(wanted, levels)}) WHERE {chosen}"
            ).fetchall()
        )


def current(wanted, levels):
    """SQL of the current cells, with `ordinal` and the `ordinals` of all they are made from."""
    places = [Place(*place) for place in wanted]
    annual = [place for place in places if not place.quarterly]
    quarterly = [place for place in places if place.quarterly]
    chosen = f"level IN ({', '.join(literal(level) for level in levels)})"
    held = []
    if annual:
        names = ", ".join([*CELLS, "ordinal", "[ordinal] AS ordinals"])
        held.append(f"SELECT {names} FROM ({held_at(annual)}) WHERE {chosen}")
    if quarterly:
        years = made_years(held_at(quarterly))
        held.append(f"SELECT * FROM ({years}) WHERE {chosen}")
    every = f"SELECT * FROM ({' UNION ALL BY NAME '.join(held)})"
    if not quarterly and len({(place.area, place.year) for place in places}) == len(places):
        return every  # nothing stands in two data sets, and to look for it takes long
    cell = "area, ownership, industry, year"
    return f"{every} QUALIFY ordinal = max(ordinal) OVER (PARTITION BY {cell})"


def held_at(places):
    """SQL of all rows of tidy files at some places, with the `ordinal` of their data set."""
    paths = {key: literal(tidy_path(key)) for key in sorted({place.key for place in places})}
    listed = ", ".join(
        f"({paths[place.key]}, {place.ordinal}, {literal(place.area)}, {place.year})"
        for place in places
    )
    return (
        f"WITH wanted(filename, ordinal, area, year) AS (VALUES {listed}) "
        f"SELECT * FROM read_parquet([{', '.join(paths.values())}], filename=true) "
        "JOIN wanted USING (filename, area, year)"
    )
