"""Names and codes of areas: counties and states from the addfips package, and our own tables.

What addfips does not know of counties stands in `analytics/reference/county_codes.csv`: codes that
came later, the years of those that end or begin, and codes of which only the number changed.
"""

import csv
import functools
import re
from importlib import resources
from pathlib import Path

from django.utils.translation import gettext as _

from analytics.sources import metropolitan

NATION = "US000"
UNKNOWN = "999"  # what follows the state's code: jobs that could be placed in no county
REFERENCE = Path(__file__).parents[1] / "reference"
# Newest first: a county that was renamed is found under its present name.
LISTS = ("counties_2020.csv", "counties_2015.csv", "counties_2010.csv", "counties_2000.csv")


def rows(file_name):
    with (resources.files("addfips") / "data" / file_name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@functools.cache
def states():
    """{FIPS code: (name, postal abbreviation)}"""
    return {row["fips"]: (row["name"], row["postal"]) for row in rows("states.csv")}


@functools.cache
def counties():
    """{FIPS code: name without its state} of every county since 2000."""
    named = {
        row["statefp"] + row["countyfp"]: row["name"]
        for file_name in reversed(LISTS)
        for row in rows(file_name)
    }
    return named | {code: row["title"] for code, row in county_codes().items() if row["title"]}


@functools.cache
def county_codes():
    """{FIPS code: row of the table} of counties whose code began, ended or changed."""
    with (REFERENCE / "county_codes.csv").open(newline="", encoding="utf-8") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


@functools.cache
def renumbered():
    """{old code: new code} of counties that stayed the same place under another number."""
    return {code: row["now"] for code, row in county_codes().items() if row["now"]}


def current(code):
    """The code that the place goes by now: 46102 for 46113, the others as they are."""
    return renumbered().get(code, code)


def years_of(code):
    """(first, last) year in which statistics are given by this code; None where none is known."""
    row = county_codes().get(code, {})
    return tuple(int(row[end]) if row.get(end) else None for end in ("first_year", "last_year"))


def state_of(code):
    """The FIPS code of a county's or state's state; '' for other areas."""
    return code[:2] if len(code) == 5 and code.isdigit() and code[:2] in states() else ""


def is_state(code):
    return bool(state_of(code)) and code.endswith("000")


def is_county(code):
    """True for a county or what is counted like one; not for a state's unknown county."""
    return bool(state_of(code)) and not is_state(code) and not is_unknown_county(code)


def is_unknown_county(code):
    return bool(state_of(code)) and code.endswith(UNKNOWN)


@functools.cache
def codes_by_name():
    """{name in small letters: codes} of counties with and without their state, and states."""
    found = {}
    for code, county in counties().items():
        state, postal = states().get(code[:2], ("", ""))
        short = county.removesuffix(" County").removesuffix(" Parish")
        for written in {county, short}:
            for words in (written, f"{written}, {postal}", f"{written}, {state}"):
                found.setdefault(words.casefold(), []).append(code)
    for code, (state, _postal) in states().items():
        found[state.casefold()] = [code + "000"]  # rather than the counties called so
    return found


def is_code(text):
    """True for the code of a county, state, metropolitan or combined area, or the nation."""
    county_or_state = re.fullmatch(r"[0-9]{5}", text) and text[:2] in states()
    return bool(county_or_state or re.fullmatch(r"C[0-9]{3}[0-9A-Z]|CS[0-9]{3}|US[0-9]{3}", text))


def find(text):
    """The codes of the areas that are called so: none, one, or several of the same name."""
    if text.casefold() in ("united states", _("United States").casefold()):
        return [NATION]
    words = " ".join(text.split()).casefold()
    return sorted(codes_by_name().get(words) or metropolitan.find(words))


def name(code):
    """The name of a county (with its state), a state, a metropolitan area or the nation; other
    codes as they are.
    """
    if code == NATION:
        return _("United States")
    state, postal = states().get(state_of(code), ("", ""))
    if is_state(code):
        return state
    if is_unknown_county(code):
        return _("Unknown county, %(state)s") % {"state": postal}
    county = counties().get(code)
    return f"{county}, {postal}" if county else metropolitan.name(code)
