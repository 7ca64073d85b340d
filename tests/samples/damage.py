"""Ways to spoil a file of employment statistics, and a plain second reading of what is left.

Damage takes the bytes of a file and a `random.Random`, and returns other bytes. The second
reading knows no DuckDB: the csv module reads, a loop looks at each row.
"""

import csv
import io
import re

JUNK = (
    "", "NA", "nan", "x", "0", "-1", "1e5", "3e+05", "1.17E+13", "1,234", "7.0", "12.5", "N", "-",
    "9" * 25, "1_0", " 5 ", "\x00", "é", '"', "76", "US000", "39000", "1001", "31-33", "2017",
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


def change_number(data, draw):
    """Another way to write a number, or another number."""
    found = list(re.finditer(rb"[0-9]+", data))
    if not found:
        return data
    number = draw.choice(found)
    old = number.group()
    new = draw.choice([old + b".0", old[1:], old + b"0", b"-" + old, old + b"e+05", b"+" + old])
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
    drop_line, double_line, swap_lines, blank_line, cut, drop_column, double_column, swap_columns,
    number_rows, change_cell, change_number, change_bytes, strip_quotes, other_delimiter,
    other_line_ends, one_line_end, other_encoding,
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
MONTHS = ("month1_emplvl", "month2_emplvl", "month3_emplvl")


def second_reading(data):
    """{(area, ownership, industry, year, quarter): (establishments, jobs, wages)} of QCEW bytes.

    Jobs and wages are None where they are suppressed. Of a broken file the answer is any.
    """
    text = data.decode("utf-8-sig", "replace")
    first = re.split("[\r\n]", text, maxsplit=1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    header = [NAMES.get(name.strip().casefold(), name.strip().casefold()) for name in rows[0]]
    return dict(cell for row in rows[1:] for cell in cells_of(dict(zip(header, row, strict=False))))


def cells_of(row):
    """The one cell of a row, or none where the row repeats jobs of others."""
    row = {
        name: "" if value.strip(" ") in MISSING else value.strip(" ") for name, value in row.items()
    }
    code = {name: value.removesuffix(".0") for name, value in row.items()}
    level = code["agglvl_code"]
    depth_is_known = level in ("30", "80") or (level[0] in "1457" and level[1] in "012345678")
    if code["own_code"] in "89" or code["size_code"] != "0" or not depth_is_known:
        return
    months = [row[month] for month in MONTHS if month in row]
    jobs = sum(map(float, months)) / 3 if months else float(row.get("annual_avg_emplvl") or 0)
    hidden = row["disclosure_code"] == "N"
    quarter = int(code["qtr"]) if months else 0
    cell = (code["area_fips"].zfill(5), code["own_code"], code["industry_code"], code["year"])
    places = float(row["establishments"]) if row["establishments"] else None
    wages = None if hidden else float(row["wages"] or 0)
    yield (*cell, quarter), (places, None if hidden else jobs, wages)
