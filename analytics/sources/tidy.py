"""Our own layout, which `export_tidy` writes and the importer reads: CSV or Parquet.

A row is a raw cell or the sum of several. `part` tells apart the rows into which one area,
ownership, industry and year may be split; rows with the same part in two years sum the same
cells. Of an industry that a revision of NAICS touched, each area is a part of its own, because
cells of several old codes are matched with one of a new code. `cells_published` and
`cells_suppressed` count the cells behind a row; employment and wages are sums over the published
ones and are empty where there is none.
"""

from analytics.sources.rules import (
    FRACTION,
    INDUSTRY,
    NUMBER,
    YEAR,
    number_rules,
    row_of,
    year_rules,
)
from analytics.sources.sql import number, place

NAME = "tidy"
ONE_YEAR = False

COLUMNS = [
    "area",
    "area_title",
    "part",
    "ownership",
    "industry",
    "year",
    "level",
    "establishments",
    "employment",
    "wages",
    "cells_published",
    "cells_suppressed",
    "status",
    "note",
    "source",
]
OPTIONAL = {"area_title", "note", "source"}
FREE = ["area", "area_title", "part", "note", "source"]
LEVELS = (
    "total",
    "ownership",
    "domain",
    "supersector",
    "sector",
    "naics3",
    "naics4",
    "naics5",
    "naics6",
)


MENDED = {}
NUMBERS = ["establishments", "employment", "wages"]
KEPT = "true"
LEFT_OUT_BY = []
QUARTER = "0"
CELL = ["area", "year", "industry", "ownership", "part"]
STAGED = f"""
    {place("area")} AS area,
    area_title,
    part,
    ownership,
    industry,
    TRY_CAST(year AS SMALLINT) AS year,
    level,
    {number("establishments")} AS establishments,
    {number("employment")} AS employment,
    {number("wages")} AS wages,
    TRY_CAST(cells_published AS INTEGER) AS cells_published,
    TRY_CAST(cells_suppressed AS INTEGER) AS cells_suppressed,
    status,
    note,
    source
"""
VALUES = ", ".join(COLUMNS)

AREA = "[A-Za-z0-9][A-Za-z0-9-]{1,39}"
OWNERSHIPS = "012345"
OWNERSHIP = f"[{OWNERSHIPS}]"
LEVEL = "|".join(LEVELS)
CELLS = "[0-9]{1,9}"
STATUS = r"published|estimate"
STATUS_AND_NOTE = r"published\t.*|estimate\t.+"
NO_CELLS = "0{1,9}"
CELLS_AND_VALUES = rf"{NO_CELLS}\t\t|[0-9]{{0,8}}[1-9][0-9]{{0,8}}\t({NUMBER})\t({NUMBER})"

ROW_COLUMNS = [
    "area",
    "ownership",
    "industry",
    "level",
    "year",
    "cells_suppressed",
    "establishments",
    "cells_published",
    "employment",
    "wages",
    "status",
    "note",
]
ROW = row_of(
    AREA,
    OWNERSHIP,
    INDUSTRY,
    LEVEL,
    YEAR,
    CELLS,
    f"({NUMBER})?",
    CELLS_AND_VALUES,
    f"(?s:{STATUS_AND_NOTE})",
)
PLAIN_ROW = ROW.replace(NUMBER, FRACTION)

RULES = [
    ("not_an_area", ("area",), AREA),
    ("not_an_ownership", ("ownership",), OWNERSHIP),
    ("not_an_industry", ("industry",), INDUSTRY),
    ("not_a_level", ("level",), LEVEL),
    *year_rules("year"),
    ("not_a_status", ("status",), STATUS),
    ("estimated_row_without_note", ("status", "note"), STATUS_AND_NOTE),
    ("not_a_number", ("cells_published",), CELLS),
    ("not_a_number", ("cells_suppressed",), CELLS),
    *number_rules(NUMBERS),
    *(
        rule
        for column in NUMBERS[1:]
        for rule in (
            ("number_missing", ("cells_published", column), rf"{NO_CELLS}\t.*|.*\t.+"),
            ("undisclosed_with_value", ("cells_published", column), rf"{NO_CELLS}\t|.*[1-9].*\t.*"),
        )
    ),
]
