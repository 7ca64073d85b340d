"""Ways to spoil a file of employment statistics, and a plain second reading of what is left.

Damage takes the bytes of a file and a `random.Random`, and returns other bytes. The second
reading knows no DuckDB: the csv module reads, a loop looks at each row, and what is no plain
number is an error.
"""

import csv
import io
import re
from decimal import Decimal

JUNK = (
    "", "NA", "nan", "x", "0", "-1", "1e5", "3e+05", "1.17E+13", "1,234", "7.0", "12.5", "N", "-",
    "9" * 25, "1_0", " 5 ", "\x00", "é", '"', "76", "US000", "39000", "1001", "31-33", "2017",
    "1e400", "9" * 400, "0" * 20 + "7", "٣", "0x10", "inf", "-0", "5-", "12%", "$5", "1.234",
    "1234.567", "9007199254740993", "1.5E7", "1.5E99", "two\nlines", "published", "estimate",
)  # fmt: skip


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8", "replace"), newline="")))


def joined(rows, quoting=csv.QUOTE_ALL, delimiter=",", end="\n"):
    text = io.StringIO(newline="")
    csv.writer(text, quoting=quoting, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue().encode()


def lines_of(data):
    return data.splitlines(keepends=True) or [b""]


# --- Lines ------------------------------------------------------------------------------------


def drop_line(data, draw):
    lines = lines_of(data)
    del lines[draw.randrange(len(lines))]
    return b"".join(lines)


def double_line(data, draw):
    lines = lines_of(data)
    return b"".join([*lines, draw.choice(lines)])


def swap_lines(data, draw):
    lines = lines_of(data)
    a, b = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return b"".join(lines)


def blank_line(data, draw):
    lines = lines_of(data)
    lines.insert(draw.randrange(len(lines) + 1), draw.choice([b"\n", b"\r\n", b"  \n", b",,\n"]))
    return b"".join(lines)


def trail_commas(data, draw):
    """Empty columns behind the last one, in all lines or in some, as spreadsheets write them."""
    more = draw.choice([b",", b",,,"])
    first, last = sorted(draw.randrange(len(lines_of(data)) + 1) for _ in range(2))
    if draw.random() < 0.5:
        first, last = 0, len(data)
    return b"".join(
        line.rstrip(b"\r\n") + more + b"\n" if first <= n < last else line
        for n, line in enumerate(lines_of(data))
    )


def cut(data, draw):
    return data[: draw.randrange(len(data) + 1)]


# --- Columns and cells ------------------------------------------------------------------------


def change_columns(data, change):
    """The same table with `change` made to each row, a list of fields, where there is a table."""
    rows = rows_of(data)
    if len(rows) < 2 or len({len(row) for row in rows}) > 1 or not rows[0]:
        return data
    for row in rows:
        change(row)
    return joined(rows)


def drop_column(data, draw):
    place = draw.random()
    return change_columns(data, lambda row: row.pop(int(place * len(row))))


def double_column(data, draw):
    place = draw.random()
    return change_columns(data, lambda row: row.append(row[int(place * len(row))]))


def swap_columns(data, draw):
    first, second = draw.random(), draw.random()

    def swap(row):
        a, b = int(first * len(row)), int(second * len(row))
        row[a], row[b] = row[b], row[a]

    return change_columns(data, swap)


def number_rows(data, draw):
    count = iter(["", *range(1, 10_000)])
    return change_columns(data, lambda row: row.insert(0, str(next(count))))


def change_cell(data, draw):
    rows = rows_of(data)
    row = draw.choice(rows or [[]])
    if row:
        row[draw.randrange(len(row))] = draw.choice(JUNK)
    return joined(rows, quoting=draw.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))


def change_field(data, row, column, text):
    """The same table, every field in quotes, with another text in one field; rows count from 0."""
    rows = rows_of(data)
    rows[row][column] = text
    return joined(rows)


def change_number(data, draw):
    """Another way to write a number, or another number."""
    found = list(re.finditer(rb"[0-9]+", data))
    if not found:
        return data
    number = draw.choice(found)
    old = number.group()
    new = draw.choice(
        [
            *(old + b".0", old[1:], old + b"0", b"-" + old, old + b"e+05", b"+" + old),
            *(b"0" * 19 + old, old[:1] + b"," + old[1:], old[:1] + b"." + old[1:], old + b"-"),
        ]
    )
    return data[: number.start()] + new + data[number.end() :]


# --- Bytes ------------------------------------------------------------------------------------


def change_bytes(data, draw):
    place = draw.randrange(len(data) + 1)
    return data[:place] + draw.randbytes(draw.randrange(3)) + data[place + draw.randrange(3) :]


def strip_quotes(data, draw):
    return data.replace(b'"', b"")


def other_delimiter(data, draw):
    return joined(rows_of(data), csv.QUOTE_MINIMAL, draw.choice(";\t|"))


def other_line_ends(data, draw):
    return b"".join(line.rstrip(b"\r\n") + draw.choice([b"\n", b"\r\n", b"\r"]) for line in
                    lines_of(data))  # fmt: skip


def one_line_end(data, draw):
    end = draw.choice([b"\r\n", b"\r"])
    return b"".join(line.rstrip(b"\r\n") + end for line in lines_of(data))


def other_encoding(data, draw):
    text = data.decode("utf-8", "replace").replace("County", "Doña", 1)
    return text.encode(draw.choice(["utf-16", "utf-16-le", "latin-1", "utf-8-sig"]), "replace")


WAYS = (
    drop_line, double_line, swap_lines, blank_line, trail_commas, cut, drop_column, double_column,
    swap_columns, number_rows, change_cell, change_number, change_bytes, strip_quotes,
    other_delimiter, other_line_ends, one_line_end, other_encoding,
)  # fmt: skip


# --- A second reading -------------------------------------------------------------------------

MISSING = {"", "NA", "N/A", "#N/A", "<NA>", "NaN", "nan", "None", "NULL", "null"}
NAMES = {
    "annual_avg_estabs_count": "establishments",
    "qtrly_estabs_count": "establishments",
    "annual_avg_estabs": "establishments",
    "qtrly_estabs": "establishments",
    "total_annual_wages": "wages",
    "total_qtrly_wages": "wages",
}
READ = {
    *"area_fips own_code industry_code agglvl_code size_code year qtr disclosure_code".split(),
    *"annual_avg_emplvl month1_emplvl month2_emplvl month3_emplvl area ownership industry".split(),
    *"part level establishments employment wages cells_published cells_suppressed".split(),
    *"status note".split(),
}
MONTHS = ("month1_emplvl", "month2_emplvl", "month3_emplvl")
MARKS = ("", "N", "-")


def read_columns(header):
    """The places of the columns that are read."""
    return [place for place, name in enumerate(header) if NAMES.get(name, name) in READ]


def second_reading(data):
    """{(area, ownership, industry, part, year, quarter): (establishments, jobs, wages)} of bytes.

    Jobs and wages are None where they are suppressed. Of a broken file the answer is any, or any
    exception.
    """
    text = data.decode("utf-8-sig", "replace")
    first = re.split("[\r\n]", text, maxsplit=1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    header = [NAMES.get(name.strip().casefold(), name.strip().casefold()) for name in rows[0]]
    while header and not header[-1]:
        header.pop()
    cells_of = cells_of_census if "agglvl_code" in header else cells_of_tidy
    cells = [cell for row in rows[1:] for cell in cells_of(fields_of(header, row))]
    assert len(dict(cells)) == len(cells)
    return dict(cells)


def fields_of(header, row):
    """{column: text}; nothing may stand behind the last column."""
    assert len(row) >= len(header)
    assert not any(row[len(header) :])
    row = [value.strip(" ") for value in row]
    return {
        name: "" if value in MISSING else value for name, value in zip(header, row, strict=False)
    }


def number(text):
    """A number of plain digits, kept exactly if it is whole; None where nothing stands."""
    if not text:
        return None
    assert re.fullmatch(r"[0-9]+(\.[0-9]+)?(e\+[0-9]{2}|E[0-9]{1,2})?", text), text
    value, exact = float(text), Decimal(text)
    assert exact % 1 or value == exact
    return value


def cells_of_census(row):
    """The one cell of a row, or none where the row repeats jobs of others."""
    code = {name: value.removesuffix(".0") for name, value in row.items()}
    level = code["agglvl_code"]
    depth_is_known = level in ("30", "80") or (level[0] in "1457" and level[1] in "012345678")
    mark, months = row["disclosure_code"], [row[month] for month in MONTHS if month in row]
    assert mark in MARKS
    jobs = [number(text) for text in months or [row["annual_avg_emplvl"]]]
    wages = number(row["wages"])
    if code["own_code"] in "89" or code["size_code"] != "0" or not depth_is_known:
        return
    if mark:
        assert not any([*jobs, wages])
    quarter = int(code["qtr"]) if months else 0
    area, year = code["area_fips"].zfill(5), code["year"]
    values = (None, None) if mark == "N" else (mean(jobs, mark), mean([wages], mark))
    cell = (area, code["own_code"], code["industry_code"], "", year, quarter)
    yield cell, (number(row["establishments"]), *values)


def mean(values, mark):
    """The mean of numbers that are there, and of zeros where there was nothing to count."""
    added = 0.0  # one after the other: `sum` keeps more digits of fractions than there are
    for value in values:
        added += 0 if mark == "-" and value is None else value
    return added / len(values)


def cells_of_tidy(row):
    """The one cell of a row; its area is free text."""
    cell = tuple(row[name] for name in ("area", "ownership", "industry", "part", "year"))
    values = [number(row[name]) for name in ("establishments", "employment", "wages")]
    assert (int(row["cells_published"]) > 0) == (None not in values[1:])
    yield (*cell, 0), tuple(values)
