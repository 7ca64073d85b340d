"""Wide exports of state agencies, one line for each industry, as rows of the tidy layout.

Somebody says what each column holds (a `mapping.Mapping`). A cell whose employment or pay is a mark
such as * or ND, or is blank, is undisclosed and never zero.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from analytics.sources import areas, industries, naics
from analytics.sources.mapping import LEADING_CODE, TOTAL_CODE, WHO

WEEKS = 52
TOO_LONG = 1e15  # has more than 15 digits, as in `rules.WHOLE`
ALL_COVERED, PRIVATE = "0", "5"
MARKS = {
    "", "*", "**", "***", "-", "--", "–", "—", "n", "nd", "n/d", "d", "(d)", "(nd)", "s", "(s)",
    "na", "n/a", "n.a.", "(n)", "#", "x", "…", "...", "confidential", "suppressed", "undisclosed",
    "not disclosed", "not available", "nondisclosable",
}  # fmt: skip
NUMBER = re.compile(r"\$?\s*([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?")
TOTAL = re.compile(r"(grand )?total\b|all industries|total,? all", re.IGNORECASE)
OWNERS = {
    "0": ALL_COVERED, "00": ALL_COVERED, "1": "1", "10": "1", "2": "2", "20": "2", "3": "3",
    "30": "3", "5": PRIVATE, "50": PRIVATE,
}  # fmt: skip
OWNER_WORDS = (("federal", "1"), ("state", "2"), ("local", "3"), ("private", PRIVATE))


@dataclass(frozen=True)
class Fault:
    """What is wrong with one cell: its line from 1, its column from 0, and its text."""

    code: str
    line: int
    column: int
    text: str = ""


@dataclass
class Result:
    """Tidy rows (dicts), the faults that stop the import, and lines left out by reason."""

    rows: list = field(default_factory=list)
    faults: list = field(default_factory=list)
    left_out: Counter = field(default_factory=Counter)

    @property
    def undisclosed(self):
        return sum(row["cells_suppressed"] for row in self.rows)


# --- Reading ----------------------------------------------------------------------------------


def read(grid, mapping, find_area, *, first=1990, last=2100):
    """The rows of a table as a Result. `find_area(text)` gives the codes a name can mean; years
    lie between `first` and `last`. The mapping is free of faults.
    """
    result = Result()
    seen = {}
    reader = Lines(grid, mapping, find_area, (first, last))
    for line in range(mapping.header + 1, len(grid.lines) + 1):
        reader.take(line, result, seen)
    return result


class Lines:
    """Reads line by line."""

    def __init__(self, grid, mapping, find_area, span):
        self.grid = grid
        self.mapping = mapping
        self.find_area = find_area
        self.span = span
        self.at = {role: mapping.column(role) for role in WHO}
        self.measures = mapping.measures()
        self.places = {}

    def take(self, line, result, seen):
        """Add the rows of one line, or say why there are none."""
        faults = []
        industry = self.industry(line, faults)
        if industry is None:
            reason = self.reason(line)
            if reason:
                result.left_out[reason] += 1
            else:
                result.faults.append(self.fault("wide_naics", line, "naics"))
            return
        area, ownership = self.area(line, faults), self.ownership(line, faults)
        result.faults += faults
        if faults:
            return
        if ownership == ALL_COVERED and industry != TOTAL_CODE:
            result.left_out["all_ownerships"] += 1
            return
        for year, columns in self.measures.items():
            self.take_year(line, (area, ownership, industry), year, columns, result, seen)

    def take_year(self, line, place, year, columns, result, seen):
        faults = []
        year = year or self.year(line, faults)
        values = {name: self.number(line, column, faults) for name, column in columns.items()}
        if year and (*place, year) in seen:
            column = self.at["naics"]
            faults.append(Fault("wide_twice", line, column, str(seen[*place, year])))
        result.faults += faults
        if not faults:
            seen[*place, year] = line
            result.rows.append(tidy_row(*place, year, values))

    def text(self, line, role):
        return self.grid.cell(line, self.at[role])

    def fault(self, code, line, role):
        return Fault(code, line, self.at[role], self.text(line, role))

    def reason(self, line):
        """Why a line without an industry may be passed over; '' where it holds figures."""
        if not any(self.grid.lines[line - 1]):
            return "blank"
        columns = [column for held in self.measures.values() for column in held.values()]
        figures = any(NUMBER.fullmatch(self.grid.cell(line, column)) for column in columns)
        return "" if figures else "words"

    def industry(self, line, faults):
        """The code of the line, '10' for a total; None where there is none."""
        text = self.text(line, "naics")
        found = LEADING_CODE.match(text)
        if found and (found[1] == TOTAL_CODE or known_code(found[1])):
            return found[1]
        return TOTAL_CODE if TOTAL.match(text) else None

    def area(self, line, faults):
        if self.at["area"] is None:
            return self.mapping.area
        text = self.text(line, "area")
        if text not in self.places:
            found = self.find_area(text)
            if len(found) != 1 and self.mapping.state:
                found = self.find_area(f"{text}, {self.mapping.state}") or found
            self.places[text] = found
        found = self.places[text]
        if len(found) != 1:
            faults.append(self.fault("wide_areas" if found else "wide_area", line, "area"))
            return None
        return areas.current(found[0])

    def ownership(self, line, faults):
        if self.at["ownership"] is None:
            return self.mapping.ownership
        found = owner(self.text(line, "ownership"))
        if found is None:
            faults.append(self.fault("wide_ownership", line, "ownership"))
        return found

    def year(self, line, faults):
        found = re.fullmatch(r"[0-9]{4}", self.text(line, "year"))
        if not found or not self.span[0] <= int(found[0]) <= self.span[1]:
            faults.append(self.fault("wide_year", line, "year"))
            return None
        return int(found[0])

    def number(self, line, column, faults):
        """The number of a cell, None where it is undisclosed."""
        text = self.grid.cell(line, column)
        if text.casefold() in MARKS:
            return None
        if not NUMBER.fullmatch(text):
            faults.append(Fault("wide_number", line, column, text))
            return None
        value = float(re.sub(r"[$,\s]", "", text))
        if value >= TOO_LONG:
            faults.append(Fault("wide_long", line, column, text))
            return None
        return value


def known_code(code):
    supersector = re.fullmatch(r"10[1-2]|10[1-2][0-9]", code)
    return bool(supersector or naics.revisions_of(code) or code in ("99", "999", "9999"))


def owner(text):
    """'0' to '5' of a text such as 50, 5 Private, Local government or Total; None without one."""
    words = text.casefold()
    leading = re.match(r"[0-9]+", words)
    if leading and leading[0] in OWNERS:
        return OWNERS[leading[0]]
    if re.search(r"\btotal\b|\ball\b", words):
        return ALL_COVERED
    return next((code for word, code in OWNER_WORDS if word in words), None)


def level_of(industry, ownership):
    """The level of the tidy layout that an industry's code stands on."""
    if industry == TOTAL_CODE:
        return "total" if ownership == ALL_COVERED else "ownership"
    if industry.startswith("10"):
        return "domain" if len(industry) == 3 else "supersector"
    if industry in industries.sectors() or len(industry) == 2:
        return "sector"
    return f"naics{len(industry)}"


def tidy_row(area, ownership, industry, year, values):
    """A row of the tidy layout; without employment or pay its cell is suppressed."""
    jobs, paid = values["employment"], wages(values)
    disclosed = jobs is not None and paid is not None
    return {
        "area": area,
        "area_title": areas.name(area)[:120],
        "part": "",
        "ownership": ownership,
        "industry": industry,
        "year": year,
        "level": level_of(industry, ownership),
        "establishments": plain(values.get("establishments")),
        "employment": plain(jobs) if disclosed else "",
        "wages": plain(paid) if disclosed else "",
        "cells_published": int(disclosed),
        "cells_suppressed": int(not disclosed),
    }


def wages(values):
    """Total wages of the year in dollars: as given, or average pay times employment; or None."""
    jobs = values["employment"]
    if values.get("wages") is not None:
        return values["wages"]
    for name, times in (("pay", 1), ("weekly", WEEKS)):
        if values.get(name) is not None and jobs is not None:
            return round(values[name] * jobs * times)
    return None


def plain(value):
    """A number with all its digits; '' for None."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(value)
