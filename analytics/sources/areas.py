"""Names of counties and states by their FIPS codes, from the addfips package."""

import csv
import functools
import re
from importlib import resources

from django.utils.translation import gettext as _

NATION = "US000"
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
    return {
        row["statefp"] + row["countyfp"]: row["name"]
        for file_name in reversed(LISTS)
        for row in rows(file_name)
    }


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
    return bool(county_or_state or re.fullmatch(r"C[0-9]{4}|CS[0-9]{3}|US[0-9]{3}", text))


def find(text):
    """The codes of the areas that are called so: none, one, or several of the same name."""
    if text.casefold() in ("united states", _("United States").casefold()):
        return [NATION]
    return sorted(codes_by_name().get(" ".join(text.split()).casefold(), []))


def name(code):
    """The name of a county (with its state), a state or the nation; other codes as they are."""
    if code == NATION:
        return _("United States")
    state, postal = states().get(code[:2], ("", ""))
    if len(code) == 5 and code.endswith("000") and state:
        return state
    county = counties().get(code)
    return f"{county}, {postal}" if county else code
