"""Our own layout, which `export_tidy` writes and the importer reads: CSV or Parquet.

A row is a raw cell or the sum of several. `part` tells apart the rows into which one area,
ownership, industry and year may be split; rows with the same part in two years sum the same
cells. `cells_published` and `cells_suppressed` count the cells behind a row; employment and
wages are sums over the published ones and are empty where there is none.
"""

from analytics.sources.sql import is_missing, is_no_match, number, number_faults, year_faults

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


def recognises(header):
    names = set(header)
    return len(names) == len(header) and set(COLUMNS) - OPTIONAL <= names <= set(COLUMNS)


KEPT = "true"
EMPLOYMENT = number("employment")
WAGES = number("wages")

SELECT = f"""
    SELECT
        area,
        area_title,
        part,
        ownership,
        industry,
        TRY_CAST(year AS SMALLINT) AS year,
        level,
        {number("establishments")} AS establishments,
        {EMPLOYMENT} AS employment,
        {WAGES} AS wages,
        TRY_CAST(cells_published AS INTEGER) AS cells_published,
        TRY_CAST(cells_suppressed AS INTEGER) AS cells_suppressed,
        status,
        note,
        source
    FROM raw
"""

NO_CELLS = f"coalesce({number('cells_published')}, 0) = 0"

FAULTS = [
    ("not_an_area", "area", is_no_match("area", "[A-Za-z0-9][A-Za-z0-9-]{1,39}")),
    ("not_an_ownership", "ownership", is_no_match("ownership", "[0-5]")),
    ("not_an_industry", "industry", is_no_match("industry", r"[0-9]{2,6}|[0-9]{2}-[0-9]{2}")),
    ("not_a_level", "level", is_no_match("level", "|".join(LEVELS))),
    *year_faults("year"),
    ("not_a_status", "status", is_no_match("status", "published|estimate")),
    ("estimated_row_without_note", "note", f"status = 'estimate' AND {is_missing('note')}"),
    ("not_a_number", "cells_published", is_no_match("cells_published", "[0-9]{1,9}")),
    ("not_a_number", "cells_suppressed", is_no_match("cells_suppressed", "[0-9]{1,9}")),
    *number_faults(["establishments", "employment", "wages"]),
    ("number_missing", "employment", f"NOT {NO_CELLS} AND {is_missing('employment')}"),
    ("number_missing", "wages", f"NOT {NO_CELLS} AND {is_missing('wages')}"),
    ("undisclosed_with_value", "employment", f"{NO_CELLS} AND NOT {is_missing('employment')}"),
    ("undisclosed_with_value", "wages", f"{NO_CELLS} AND NOT {is_missing('wages')}"),
]
