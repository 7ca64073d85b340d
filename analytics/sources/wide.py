"""Wide exports of state agencies, one line for each industry, as rows of the tidy layout.

Somebody says what each column holds (a `mapping.Mapping`). A cell whose employment or pay is a mark
such as * or ND, or is blank, is undisclosed and never zero.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from analytics.sources import areas, written
from analytics.sources.mapping import PAID, WHO

WEEKS = 52


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
    result.faults += reader.years_out_of_range()
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
        self.figures = [column for held in self.measures.values() for column in held.values()]
        used = [*filter(lambda column: column is not None, self.at.values()), *self.figures]
        self.last = max(used)
        self.end = max(len(grid.lines[mapping.header - 1]), self.last + 1)
        self.places = {}

    def years_out_of_range(self):
        """A fault for each year beside a column in which there are no records."""
        return [
            Fault("wide_year", self.mapping.header, min(columns.values()), str(year))
            for year, columns in self.measures.items()
            if year and not self.span[0] <= year <= self.span[1]
        ]

    def take(self, line, result, seen):
        """Add the rows of one line, or say why there are none."""
        faults = []
        industry = written.industry(self.text(line, "naics"))
        reason = self.reason(line) if industry is None else ""
        broken = self.broken(line, is_words=bool(reason))
        if broken:
            result.faults.append(broken)
            return
        if industry is None:
            if reason:
                result.left_out[reason] += 1
            else:
                result.faults.append(self.fault("wide_naics", line, "naics"))
            return
        area, ownership = self.area(line, faults), self.ownership(line, faults)
        result.faults += faults
        if faults:
            return
        if ownership == written.ALL_GOVERNMENT:
            result.left_out["all_government"] += 1
            return
        if ownership == written.ALL_COVERED and industry != written.TOTAL_CODE:
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
        if not faults and (wages(values) or 0) >= written.TOO_LONG:
            column = next(columns[name] for name in PAID if values.get(name) is not None)
            faults.append(Fault("wide_long", line, column, self.grid.cell(line, column)))
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
        cells = [self.grid.cell(line, column) for column in self.figures]
        return "" if any(map(written.FIGURE.fullmatch, cells)) else "words"

    def broken(self, line, *, is_words):
        """The fault of a line of text whose cells may stand in the wrong columns, or None.

        A workbook says where each of its cells stands, and words without figures may be of any
        length.
        """
        cells = self.grid.lines[line - 1]
        if self.grid.sheets:
            return None
        for column, text in enumerate(cells):
            if re.search(r"[\r\n]", text):
                return Fault("wide_quote", line, column, text)
        if is_words:
            return None
        if len(cells) <= self.last:
            return Fault("wide_ends", line, self.last)
        beyond = (column for column in range(self.end, len(cells)) if cells[column])
        found = next(beyond, None)
        return None if found is None else Fault("wide_goes_on", line, found, cells[found])

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
        found = written.owner(self.text(line, "ownership"))
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
        if written.is_mark(text):
            return None
        try:
            return written.number(text)
        except ValueError as error:
            faults.append(Fault(str(error), line, column, text))
            return None


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
        "level": written.level_of(industry, ownership),
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
    """A number with all its digits and no power of ten; '' for None."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")
