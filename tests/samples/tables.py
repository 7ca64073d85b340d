"""Tables as people make them, ways to spoil them, and a plain second reading of what is left.

The second reading knows neither the product nor openpyxl: it takes the lines of a table and what
was said of its columns, and loops. What is not sure is an error.
"""

import csv
import io
import re

from tests.samples import damage, wide
from tests.second_answers import REFERENCE

LONG = [
    ["County", "NAICS", "Owner", "Year", "Firms", "Jobs", "Average weekly wage"],
    ["Franklin County, OH", "10 Total", "Total covered", "2016", "30", "1,200", "901"],
    ["Franklin County, OH", "3254 Pharmaceuticals", "Private", "2016", "4", "120", "1,402.5"],
    ["Franklin County, OH", "3254", "Private", "2017", "4", "(D)", "(D)"],
    ["39041", "31-33", "50", "2016", "9", "310", "1100"],
    ["39041", "6113", "State government", "2016", "2", "77", "950"],
    ["39041", "9211", "Local government", "2016", "1", "0", "0"],
    ["39041", "10", "Total government", "2016", "3", "77", "950"],
    ["39041", "10", "0", "2016", "20", "900", "1000"],
]
PAID = [
    ["Industry code", "Title", "2016 Jobs", "2016 Average pay", "2017 Jobs", "2017 Average pay"],
    ["Total", "All industries, all ownerships", "5,000", "$51,000", "5100", "$52,000"],
    ["3391", "Medical equipment", "640", "60000", "650", "61000.55"],
    ["5221", "Banks", "1200", "72000", "ND", "ND"],
    ["6221", "Hospitals", "2500", "58000", "2600", "-"],
    ["238991", "All other trades, residential", "12.5", "40000", "13", "41000"],
]
# What else somebody may have typed, beside the junk of `damage`.
JUNK = (
    *damage.JUNK, "325.4", "32,54", "3254.0", "Total Private", "Total government",
    "Statewide total", "State and local", "Total manufacturing", "1.234", "$1.234", "12,34",
    "1,2345", "1,234,567", "$ 5", "(123)", "N/A", "*", "2016", "39049", "Franklin",
    "3391 - Medical", "10", "1e15", "999999999999999", "0.0000001",
)  # fmt: skip


def text_of(lines):
    """The bytes of a table as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    return text.getvalue().encode()


BASES = {"years side by side": wide.LINES, "a line for each year": LONG, "average pay": PAID}


# --- Spoiling ---------------------------------------------------------------------------------


def change_cell(lines, draw):
    row = draw.choice(lines)
    if row:
        row[draw.randrange(len(row))] = draw.choice(JUNK)


def drop_line(lines, draw):
    del lines[draw.randrange(len(lines))]


def double_line(lines, draw):
    lines.append(list(draw.choice(lines)))


def swap_lines(lines, draw):
    a, b = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]


def drop_cell(lines, draw):
    """What stood to its right moves to the left."""
    row = draw.choice(lines)
    if row:
        del row[draw.randrange(len(row))]


def add_cell(lines, draw):
    row = draw.choice(lines)
    row.insert(draw.randrange(len(row) + 1), draw.choice(JUNK))


def swap_columns(lines, draw):
    first, second = draw.random(), draw.random()
    for row in lines:
        if row:
            a, b = int(first * len(row)), int(second * len(row))
            row[a], row[b] = row[b], row[a]


def number_rows(lines, _draw):
    for number, row in enumerate(lines):
        row.insert(0, str(number))


OF_LINES = (
    change_cell, change_cell, drop_line, double_line, swap_lines, drop_cell, add_cell,
    swap_columns, number_rows,
)  # fmt: skip


def split_number(data, draw):
    """A comma between thousands without quotes: the line has one cell more."""
    found = list(re.finditer(rb'"([0-9$]+),([0-9]+)"', data))
    if not found:
        return data
    number = draw.choice(found)
    return data[: number.start()] + number.group()[1:-1] + data[number.end() :]


def stray_quote(data, draw):
    place = draw.choice([n for n, byte in enumerate(data) if byte in b",\n"] or [0]) + 1
    return data[:place] + b'"' + data[place:]


OF_BYTES = (*damage.WAYS, split_number, stray_quote)


# --- A second reading -------------------------------------------------------------------------


def known_codes():
    with (REFERENCE / "naics_codes.csv").open(newline="", encoding="utf-8") as file:
        codes = {row["code"] for row in csv.DictReader(file)}
    with (REFERENCE / "sectors.csv").open(newline="", encoding="utf-8") as file:
        codes |= {row["sector"] for row in csv.DictReader(file)}
    pieces = {code[:5] + end for code in codes if code.startswith("238") for end in "12"}
    return (
        codes
        | pieces
        | {"10", "99", "999", "9999", *(str(n) for n in (101, 102))}
        | {str(n) for n in range(1010, 1030)}
    )


CODES = known_codes()
TOTALS = {"total", "grand total", "all industries", "total, all industries", "total all"}
OWNERS = {
    "private": "5", "50": "5", "5": "5", "total": "0", "total covered": "0", "0": "0",
    "state government": "2", "local government": "3", "total government": "government",
    "total private": "5", "1": "1", "10": "1", "2": "2", "20": "2", "3": "3", "30": "3",
    "8": "government",
}  # fmt: skip
PLACES = {"franklin county, oh": "39049"}
MARKS = {"", "*", "-", "(d)", "nd", "n/a", "na", "n"}
DIGITS = set("0123456789")


def second_reading(lines, roles, years, rest, *, is_text):
    """{cell: (establishments, jobs, wages)} of the lines below the headings.

    `roles` is {column: what it holds}, `years` {column: year}, `rest` what holds for all.
    """
    last = max(roles)
    found = {}
    for cells in lines:
        padded = [*cells, *[""] * (last + 1 - len(cells))]
        figures = [padded[at] for at, role in roles.items() if role not in WHO]
        code = code_of(padded[at_role(roles, "naics")])
        if not any(cells) or (code is None and not any(map(is_figure, figures))):
            continue
        assert code is not None
        assert not is_text or len(cells) > last
        assert not is_text or not any(cells[max(rest["width"], last + 1) :])
        owner = owner_of(padded, roles, rest)
        if owner == "government" or (owner == "0" and code != "10"):
            continue
        for year, columns in by_year(padded, roles, years, rest).items():
            cell = (area_of(padded, roles, rest), owner, code, "", str(year), 0)
            assert cell not in found
            found[cell] = values_of(padded, columns)
    return found


WHO = ("naics", "area", "ownership", "year")


def is_figure(text):
    """Whether a text is meant as a number, well written or not."""
    signs = set(text)
    return bool(signs & DIGITS) and signs <= DIGITS | set(".,$()%eE+- ") and text[0] not in "eE.,%)"


def at_role(roles, wanted):
    return next((at for at, role in roles.items() if role == wanted), None)


def code_of(text):
    if text.casefold() in TOTALS:
        return "10"
    found = re.match(r"(?i)(naics\s*)?(\d\d-\d\d|\d{2,6})(.*)", text, re.ASCII | re.DOTALL)
    if not found or found[2] not in CODES:
        return None
    rest = found[3]
    goes_on = rest[:1] in DIGITS or (rest[:1] in {*".,/-"} and rest[1:2] in DIGITS)
    return None if goes_on and rest != ".0" else found[2]


def owner_of(cells, roles, rest):
    at = at_role(roles, "ownership")
    if at is None:
        return rest["ownership"]
    text = cells[at].casefold().removesuffix(".0")
    code, _, words = text.partition(" ")
    assert text in OWNERS or OWNERS[code] == OWNERS[words]
    return OWNERS.get(text) or OWNERS[code]


def area_of(cells, roles, rest):
    at = at_role(roles, "area")
    if at is None:
        return rest["area"]
    text = cells[at].casefold()
    return PLACES.get(text) or re.match(r"([0-9]{5}|us000)( |$)", text)[1].upper()


def by_year(cells, roles, years, rest):
    """{year: {measure: column}} of one line."""
    found = {}
    at = at_role(roles, "year")
    for column, role in roles.items():
        if role not in WHO:
            year = int(cells[at]) if at is not None else years.get(column) or rest["year"]
            assert 1990 <= year <= 2026
            found.setdefault(year, {})[role] = column
    return found


def values_of(cells, columns):
    value = {name: number_of(cells[column]) for name, column in columns.items()}
    jobs, wages = value["employment"], value.get("wages")
    for name, weeks in (("pay", 1), ("weekly", 52)):
        if wages is None and value.get(name) is not None and jobs is not None:
            wages = round(value[name] * jobs * weeks)
    known = jobs is not None and wages is not None
    assert not known or wages < 10**15
    return (value.get("establishments"), jobs if known else None, wages if known else None)


def number_of(text):
    if text.casefold() in MARKS:
        return None
    whole, point, decimals = text.removeprefix("$").strip(" ").partition(".")
    groups = whole.split(",")
    assert {*"".join(groups), *decimals} <= DIGITS
    assert groups[0]
    assert len(groups) == 1 or (len(groups[0]) < 4 and {len(one) for one in groups[1:]} == {3})
    assert bool(point) == bool(decimals)
    # A point before three digits may stand between thousands.
    assert not (len(decimals) == 3 and groups == [whole] and int(whole) > 0 and len(whole) < 4)
    value = float(f"{''.join(groups)}.{decimals or 0}")
    assert value < 10**15
    return value
