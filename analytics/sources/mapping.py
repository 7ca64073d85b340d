"""What each column of a wide table holds: said by somebody, after a first proposal."""

import re
from collections import Counter
from dataclasses import dataclass, field

from analytics.sources.written import industry

WHO = ("naics", "area", "ownership", "year")
MEASURES = ("employment", "establishments", "wages", "pay", "weekly")
PAID = ("wages", "pay", "weekly")  # one of them is needed, beside employment
YEAR = re.compile(r"(?<![0-9])(19[89][0-9]|20[0-9]{2})(?![0-9])")


@dataclass(frozen=True)
class Mapping:
    """What the columns of a table hold, and what holds for the whole file where no column says it.

    `header` is the line of the headings; `roles` is {column: one of WHO or MEASURES}, `years`
    {column of a measure: its year}; `area` is a code, `ownership` '0' to '5', `state` a postal
    abbreviation that is added to names of counties.
    """

    header: int
    roles: dict
    years: dict = field(default_factory=dict)
    area: str = ""
    ownership: str = ""
    year: int | None = None
    state: str = ""

    def column(self, role):
        """The column of a role, or None."""
        return next((column for column, held in self.roles.items() if held == role), None)

    def measures(self):
        """{year: {measure: column}}; None stands for the year of the line, which comes first."""
        found, by_line = {}, self.column("year") is not None
        for column, role in sorted(self.roles.items()):
            if role in MEASURES:
                year = None if by_line else self.years.get(column) or self.year
                found.setdefault(year, {})[role] = column
        return found

    def faults(self):
        """Codes of what is missing before anything can be read, with values: a list of pairs."""
        held = Counter(role for role in self.roles.values() if role in WHO)
        found = [("role_twice", {"role": role}) for role, count in held.items() if count > 1]
        found += [("role_missing", {"role": role}) for role in ("naics",) if not held[role]]
        found += [
            ("role_missing", {"role": role})
            for role in ("area", "ownership")
            if not held[role] and not getattr(self, role)
        ]
        return found + self.measure_faults()

    def measure_faults(self):
        by_line = self.column("year") is not None
        found = []
        for year, measures in self.measures().items():
            if year is None and not by_line:
                found.append(("year_missing", {}))
            if "employment" not in measures:
                found.append(("measure_missing", {"year": year, "role": "employment"}))
            if not any(measure in measures for measure in PAID):
                found.append(("measure_missing", {"year": year, "role": "wages"}))
        placed = sum(len(measures) for measures in self.measures().values())
        if placed < sum(role in MEASURES for role in self.roles.values()):
            found.append(("measure_twice", {}))
        return found or ([] if placed else [("measure_missing", {"year": "", "role": "wages"})])


# --- A first proposal -------------------------------------------------------------------------


def header_line(grid):
    """The line of the headings: the fullest of those before the first with a code, or a total."""
    first = next(
        (n for n, cells in enumerate(grid.lines, 1) if any(map(industry, cells[:4])) and n > 1),
        2,
    )
    above = range(1, first)
    return max(above, key=lambda n: (sum(map(bool, grid.lines[n - 1])), n), default=1)


def headings(grid, header):
    """The heading of each column; years that stand one line above it are put before it."""
    own = [grid.cell(header, column) for column in range(grid.width)]
    if header < 2:
        return own
    above, carried = [], ""
    for column in range(grid.width):
        carried = grid.cell(header - 1, column) or carried
        above.append(carried)
    if not any(YEAR.search(text) for text in above):
        return own
    return [
        f"{up} {text}".strip() if YEAR.search(up) else text
        for up, text in zip(above, own, strict=True)
    ]


GUESSES = (
    ("naics", r"naics|ind(ustry)?[ _.]*code"),
    ("ownership", r"owner|\bown\b"),
    ("weekly", r"week"),
    ("pay", r"(av(era)?ge?|mean).*(wage|pay|salary|earning)|annual pay"),
    ("wages", r"wage|payroll"),
    ("establishments", r"estab|firms|units|employers|worksites"),
    ("employment", r"emp|jobs"),
    ("area", r"area|county|fips|region|geograph"),
    ("year", r"^(year|period|yr)$"),
)


def guess(grid, header):
    """A Mapping from the headings alone."""
    roles, years = {}, {}
    for column, heading in enumerate(headings(grid, header)):
        role = next((role for role, words in GUESSES if re.search(words, heading, re.I)), None)
        year = YEAR.search(heading)
        if role is None and year and re.fullmatch(r"\W*[0-9]{4}\W*", heading):
            role = "employment"
        if role is None or (role in WHO and role in roles.values()):
            continue
        roles[column] = role
        if role in MEASURES and year:
            years[column] = int(year[0])
    return Mapping(header, roles, years)
