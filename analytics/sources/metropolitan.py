"""Metropolitan and micropolitan areas and their counties, from our own table.

An area's counties change over time: the table has two delineations of the Office of Management and
Budget (see analytics/reference/README.md). An area without counties is one that only BLS lists,
from an earlier or a later delineation.
"""

import csv
import functools
import unicodedata
from pathlib import Path

from django.utils.translation import gettext as _

TABLE = Path(__file__).parents[1] / "reference" / "metropolitan_areas.csv"
EDITIONS = (2018, 2023)  # the years of the delineations
SINCE = 2024  # from this year on BLS publishes areas by the later delineation
METROPOLITAN, MICROPOLITAN = "metropolitan", "micropolitan"


@functools.cache
def table():
    """{(code, edition): row of the table}; edition None where the counties are not known.

    `counties` is a tuple of county codes.
    """
    found = {}
    with TABLE.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            held = row | {"counties": tuple(row["counties"].split())}
            for edition in map(int, row["editions"].split()):
                found[row["code"], edition] = held
            if not row["editions"]:
                found[row["code"], None] = held
    return found


@functools.cache
def areas():
    """{code: row of the latest delineation that has it}"""
    return {code: row for (code, _edition), row in table().items()}


def edition_of(year):
    """The delineation by which BLS publishes the areas of a year."""
    return EDITIONS[year >= SINCE]


def counties_of(code, edition):
    """The counties of an area by one delineation: a tuple; empty if it has no such area."""
    row = table().get((code, edition))
    return row["counties"] if row else ()


def delineations(code):
    """{the counties of an area: the delineations by which it has these}, the earlier first."""
    found = {}
    for edition in EDITIONS:
        if counties_of(code, edition):
            found.setdefault(counties_of(code, edition), []).append(edition)
    return found


def states_of(code):
    """The postal abbreviations of the states that an area has lain in, from its titles: a set."""
    return {sign for title in titles()[code] for sign in title.rpartition(", ")[2].split("-")}


def name(code):
    """The title of an area and what it is; any other code as it is."""
    return titled(areas()[code]) if code in areas() else code


def titled(row):
    kinds = {METROPOLITAN: _("%(title)s metropolitan area")}
    words = kinds.get(row["kind"], _("%(title)s micropolitan area"))
    return words % {"title": row["title"]}


@functools.cache
def titles():
    """{code: the titles it has had}, with accents and without."""
    found = {}
    for (code, _edition), row in table().items():
        found.setdefault(code, set()).update((row["title"], unaccented(row["title"])))
    return found


def unaccented(text):
    """Mayaguez for Mayagüez, as BLS writes it."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def find(words):
    """The codes of the areas of this title, in small letters, with or without what they are."""
    return [
        code
        for code, known in titles().items()
        if any(
            words in (title.casefold(), titled(areas()[code] | {"title": title}).casefold())
            for title in known
        )
    ]
