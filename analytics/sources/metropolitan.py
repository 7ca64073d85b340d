"""Metropolitan and micropolitan areas and their counties, from our own table.

The counties are those of one delineation (see analytics/reference/README.md). An area without
counties there is one that only BLS lists, from an earlier or a later delineation.
"""

import csv
import functools
from pathlib import Path

from django.utils.translation import gettext as _

TABLE = Path(__file__).parents[1] / "reference" / "metropolitan_areas.csv"
EDITION = 2018  # the year of the delineation that the counties are of
METROPOLITAN, MICROPOLITAN = "metropolitan", "micropolitan"


@functools.cache
def areas():
    """{code: row of the table}; `counties` is a tuple of county codes."""
    with TABLE.open(newline="", encoding="utf-8") as file:
        return {
            row["code"]: row | {"counties": tuple(row["counties"].split())}
            for row in csv.DictReader(file)
        }


def counties_of(code):
    """The counties of an area: a tuple of codes; empty where they are not known."""
    return areas()[code]["counties"] if code in areas() else ()


def states_of(code):
    """The postal abbreviations of the states that an area lies in, from its title: a set."""
    return set(areas()[code]["title"].rpartition(", ")[2].split("-"))


def name(code):
    """The title of an area and what it is; any other code as it is."""
    if code not in areas():
        return code
    kinds = {METROPOLITAN: _("%(title)s metropolitan area")}
    words = kinds.get(areas()[code]["kind"], _("%(title)s micropolitan area"))
    return words % {"title": areas()[code]["title"]}


def find(words):
    """The codes of the areas of this title, in small letters, with or without what they are."""
    return [
        code
        for code, row in areas().items()
        if words in (row["title"].casefold(), name(code).casefold())
    ]
