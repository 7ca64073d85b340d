"""Codes of two to six digits: which revision of NAICS has them, and their 4-digit industries."""

import functools
import re

from analytics.sources import bridge, industries

REVISIONS = tuple(industries.FIRST_YEARS)


@functools.cache
def codes():
    """{code: revisions that have it} of every code of two to six digits."""
    found = {}
    for row in industries.read("naics_codes.csv"):
        first, last = int(row["first_revision"]), int(row["last_revision"])
        held = [revision for revision in REVISIONS if first <= revision <= last]
        found.setdefault(row["code"], []).extend(held)
    return found


def revisions_of(code):
    """The revisions that have a code, which may also be a range of sectors, such as 31-33.

    The pieces that BLS makes of construction (238xx1 and 238xx2) count as the code they are of.
    """
    if code in industries.sectors():
        return list(REVISIONS)
    if re.fullmatch(r"238[0-9]{2}[12]", code):
        code = code[:5] + "0"
    return codes().get(code, [])


def four_digits(code, revision):
    """The 4-digit industries of a revision that a code holds or lies in: a list of codes."""
    held = [four for four, of in sorted(industries.table()) if of == revision]
    if code in industries.sectors():
        return [four for four in held if industries.sector_of(four) == code]
    return [four for four in held if four.startswith(code[:4])]


def in_year(fours, revision, year):
    """4-digit codes of a revision as those of a year's: a set. The bridge leads forward alone, so
    codes of a later revision stay as they are.
    """
    to = industries.revision_of(year)
    if revision >= to:
        return set(fours)
    return {
        link.new for code in fours for link in bridge.forward(code, revision, to) if link.weight
    }
