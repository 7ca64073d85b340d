"""Real files of each layout, cut to a few lines: where the real data is, and never stored."""

import csv

from analytics.sources import tidy
from tests.samples import damage

MOST = 20  # lines, beside one of each kind
OHIO = "39041 39045 39047 39049 39073 39083 39089 39091 39097 39101 39117 39127 39129 39141".split()
KIND = ("agglvl_code", "disclosure_code")
DEPTHS = dict(zip("012345678", tidy.LEVELS, strict=True))


def cut(path):
    """The first line, a line of each kind of row, and lines from all over the file; as bytes."""
    lines = path.read_bytes().splitlines(keepends=True)
    kinds = {tuple(row[name] for name in KIND): n for n, row in numbered(path)}
    step = max(1, len(lines) // MOST)
    return b"".join(lines[n] for n in sorted({0, *kinds.values(), *range(1, len(lines), step)}))


def numbered(path):
    """(place among the lines, row) of each row, from the last to the first."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(enumerate(csv.DictReader(file), 1))[::-1]


def by_industry(folder):
    """A slice by industry, put together from the counties' slices: hospitals in many areas."""
    lines = [(folder / f"{area}.csv").read_bytes().splitlines(keepends=True) for area in OHIO]
    rows = [line for held in lines for line in held[1:] if line.split(b",")[2] == b'"622"']
    return lines[0][0] + b"".join(rows)


def as_tidy(path):
    """The rows of an annual file in the tidy layout."""
    rows = [list(tidy.COLUMNS)]
    for _n, row in sorted(numbered(path))[: MOST - 1]:
        hidden = row["disclosure_code"] == "N"
        values = ["", ""] if hidden else [row["annual_avg_emplvl"], row["total_annual_wages"]]
        place = [row["area_fips"], "", "", row["own_code"], row["industry_code"], row["year"]]
        marks = [int(not hidden), int(hidden), "published", "", ""]
        level = DEPTHS[row["agglvl_code"][1]]
        rows.append([*place, level, row["annual_avg_estabs"], *values, *marks])
    return damage.joined(rows)


def titled(folder):
    """The file of a folder whose name begins so; names of real files say what they hold."""
    return next(iter(sorted(folder)))


EXCERPTS = {
    "annual, 38 columns": lambda data: cut(data / "qcew/2015/13265.csv"),
    "annual, computed, 15 columns": lambda data: cut(data / "qcew_computed/2016/39049.csv"),
    "annual, national": lambda data: cut(data / "qcew/2024/US000.csv"),
    "annual, national, estimated": lambda data: cut(data / "qcew_computed/2016/US000.csv"),
    "annual, metropolitan": lambda data: cut(data / "qcew_computed/2016/C1254.csv"),
    "annual, by industry": lambda data: by_industry(data / "qcew/2023"),
    "annual, with titles": lambda data: cut(titled((data / "qcew_titled").glob("*.csv"))),
    "quarter, national": lambda data: cut(data / "qcew_quarterly/2024q1/US000.csv"),
    "quarters, with titles": lambda data: cut(
        titled((data / "qcew_quarterly_titled").glob("*C1254*"))
    ),
    "saved again by R": lambda data: cut(data / "qcew_messy/2015_13143_resaved_by_R.csv"),
    "saved again by pandas": lambda data: cut(data / "qcew_messy/2020_39049_resaved_by_pandas.csv"),
    "tidy": lambda data: as_tidy(data / "qcew/2015/13265.csv"),
}
