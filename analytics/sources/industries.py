"""4-digit industries: titles, and which codes mean the same in two years.

The tables are derived from the Census Bureau's NAICS concordances; see reference/README.md.
"""

import csv
import functools
from pathlib import Path

REFERENCE = Path(__file__).parent.parent / "reference"

# The first year whose annual averages BLS published on each revision of NAICS. The revision of
# 2012 came early, with the first quarter of 2011; years before 2001 were rebuilt on that of 2002.
FIRST_YEARS = {2002: 1990, 2007: 2007, 2012: 2011, 2017: 2017, 2022: 2022}

COMPARABLE = "comparable"
ONLY_AT_START = "only at start"
ONLY_AT_END = "only at end"
UNKNOWN = "not in NAICS"


def read(file_name):
    with (REFERENCE / file_name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@functools.cache
def table():
    """{(code, revision): title} of every 4-digit industry in every revision."""
    return {
        (row["code"], revision): row["title"]
        for row in read("industries.csv")
        for revision in FIRST_YEARS
        if int(row["first_revision"]) <= revision <= int(row["last_revision"])
    }


@functools.cache
def touched():
    """{(code, revision)} of the codes that a revision ended, began or changed in content."""
    return {(row["code"], int(row["revision"])) for row in read("revisions.csv")}


@functools.cache
def titles():
    """{code: title}, each code with its newest title."""
    return {code: title for (code, _revision), title in sorted(table().items())}


@functools.cache
def sectors():
    """{sector: title} in the order of the codes; three sectors are ranges, such as 31-33."""
    return {row["sector"]: row["title"] for row in read("sectors.csv")}


@functools.cache
def sector_of(code):
    """The sector of an industry code; '' for a code that belongs to none."""
    held = (row["sector"] for row in read("sectors.csv") if row["first"] <= code[:2] <= row["last"])
    return next(held, "")


def revision_of(year):
    """The NAICS revision that the annual averages of a year are coded in."""
    return max(revision for revision, first in FIRST_YEARS.items() if first <= year)


def title(code, *years):
    """The industry's title in the last of the years that knows the code; '' where none does."""
    known = [table().get((code, revision_of(year)), "") for year in sorted(years)]
    return next(filter(None, reversed(known)), "")


def comparability(code, start, end):
    """Whether a code stands for the same industries in two years: a short phrase."""
    old, new = revision_of(start), revision_of(end)
    at_start, at_end = (code, old) in table(), (code, new) in table()
    if not at_start or not at_end:
        return ONLY_AT_START if at_start else ONLY_AT_END if at_end else UNKNOWN
    changes = [r for r in FIRST_YEARS if old < r <= new and (code, r) in touched()]
    return "changed in " + ", ".join(map(str, changes)) if changes else COMPARABLE
