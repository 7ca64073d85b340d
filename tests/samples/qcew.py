"""Invented employment statistics in every layout that can be imported, good and bad.

The figures are drawn at random with a fixed seed, so that every clone has the same ones. What
real files have, these have: suppressed cells, disclosed zeros, codes of two NAICS revisions, an
ownership that the base does not publish, totals over government; and beside the base, as in the
national single files, a metropolitan and a combined area and classes of size.
"""

import csv
import random
from dataclasses import dataclass, field

from analytics.sources import tidy
from tests.samples import headers

AREAS = ("39041", "39045", "39049")
BASE = "US000"
METRO, COMBINED = "C1814", "CS198"
START, END = 2016, 2023
OWNERSHIPS = ("1", "2", "3", "5")
INDUSTRIES = {
    START: "3254 3391 4451 4521 5171 5413 6113 6221 9999".split(),
    END: "3254 3391 4451 4551 5171 5413 6113 6221 9999".split(),
}
NOT_IN_BASE = ("3254", "3")  # a local government's industry that the base does not publish
KINDS = {BASE: "1", COMBINED: "3", METRO: "4"}  # the first digit of a level: else a county
LEVELS = {"total": "0", "ownership": "1", "supersector": "3", "naics4": "6"}


@dataclass
class Cell:
    """One row of an annual file, before it is written."""

    area: str
    ownership: str
    industry: str
    year: int
    level: str = "naics4"
    establishments: int = 4
    employment: int = 100
    wages: int = 5_000_000
    disclosed: bool = True
    more: dict = field(default_factory=dict)

    def row(self):
        """The values by column; a suppressed cell reads 0, as in the published files."""
        kind = KINDS.get(self.area, "7")
        values = {
            "area_fips": self.area,
            "own_code": self.ownership,
            "industry_code": self.industry,
            "agglvl_code": kind + LEVELS[self.level],
            "size_code": "0",
            "year": self.year,
            "qtr": "A",
            "disclosure_code": "" if self.disclosed else "N",
            "annual_avg_estabs": self.establishments,
            "annual_avg_emplvl": self.employment if self.disclosed else 0,
            "total_annual_wages": self.wages if self.disclosed else 0,
        }
        return dict.fromkeys(headers.ANNUAL_SHORT, 0) | values | self.more


def cells_of(area, year):
    """The invented cells of one area and year."""
    draw = random.Random(f"{area} {year}")
    scale = 400 if area == BASE else 1
    cells = []
    for industry in INDUSTRIES[year]:
        for ownership in OWNERSHIPS:
            absent = (industry, ownership) == NOT_IN_BASE and area == BASE
            if absent or (ownership != "5" and draw.random() < 0.5 and area != BASE):
                continue
            employment = 0 if draw.random() < 0.05 else draw.randrange(3, 900) * scale
            cells.append(
                Cell(
                    area,
                    ownership,
                    industry,
                    year,
                    establishments=draw.randrange(1, 40),
                    employment=employment,
                    wages=employment * draw.randrange(20_000, 90_000),
                    disclosed=area == BASE or draw.random() < 0.6,
                )
            )
    return [*totals_of(area, year, scale, draw), *cells]


def totals_of(area, year, scale, draw):
    """The total of all covered employment, a supersector of four digits and government's total."""
    employment = draw.randrange(20_000, 90_000) * scale
    government = {"agglvl_code": "96" if area != BASE else "95", "own_code": "8"}
    return [
        Cell(area, "0", "10", year, "total", 900, employment, employment * 50_000),
        Cell(area, "5", "10", year, "ownership", 800, employment - 900, employment * 40_000),
        Cell(area, "5", "1012", year, "supersector", 80, 700, 35_000_000),
        Cell(area, "8", "10", year, "ownership", 9, 900, 45_000_000, more=government),
    ]


def beside_the_base(year):
    """What else a national file holds: areas over the counties, and classes of size."""
    small = {"size_code": "1", "agglvl_code": "28"}
    return [
        Cell(METRO, "0", "10", year, "total", 2_700, 180_000, 9_000_000_000),
        Cell(METRO, "5", "3391", year),
        Cell(METRO, "5", "3254", year, disclosed=False),
        Cell(COMBINED, "0", "10", year, "total", 3_000, 200_000, 10_000_000_000),
        Cell(BASE, "5", "3391", year, establishments=90, employment=300, more=small),
    ]


def write_annual(path, cells, *, columns=38):
    """Write cells in the layout of 38 columns, or its first 15."""
    header = headers.ANNUAL if columns == 38 else headers.ANNUAL_SHORT
    return write(path, header, [cell.row() for cell in cells])


def write(path, header, rows):
    """Write rows (dicts) as BLS does: text in quotes, numbers without."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow([row.get(column, "" if "disc" in column else 0) for column in header])
    return path


TITLES = {
    "area_title": "Franklin County, Ohio",
    "own_title": "Private",
    "industry_title": "NAICS 31-33 Manufacturing, all kinds",
    "agglvl_title": "County, NAICS Sector -- by ownership sector",
    "size_title": "All establishment sizes",
}


def write_titled(path, cells):
    """Write cells in the annual layout with titles, whose counts have other names."""
    rows = [
        row | TITLES | {"annual_avg_estabs_count": row["annual_avg_estabs"]}
        for row in (cell.row() for cell in cells)
    ]
    return write(path, headers.ANNUAL_TITLED, rows)


def quarter_row(cell, quarter, **values):
    """The row of a cell in one quarter: every month has its jobs, a quarter has its wages."""
    row = cell.row()
    jobs = row["annual_avg_emplvl"]
    return (
        row
        | {"qtr": quarter, "qtrly_estabs": cell.establishments, "total_qtrly_wages": cell.wages}
        | {f"month{month}_emplvl": jobs for month in (1, 2, 3)}
        | ({} if cell.disclosed else {"total_qtrly_wages": 0})
        | values
    )


def write_quarters(path, rows):
    """Write rows of quarters in the layout of the quarterly slices."""
    return write(path, headers.QUARTERLY, rows)


def write_statistics(folder):
    """The invented region and base, both years, one file each: a list of paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        write_annual(
            folder / f"{year}-{area}.csv",
            [*cells_of(area, year), *(beside_the_base(year) if area == BASE else [])],
            columns=38 if year == END else 15,
        )
        for year in (START, END)
        for area in (*AREAS, BASE)
    ]


TIDY_ROW = {
    "area": "invented-region",
    "area_title": "Invented region",
    "part": "both",
    "ownership": "5",
    "industry": "3254",
    "year": 2016,
    "level": "naics4",
    "establishments": 12,
    "employment": 340,
    "wages": 17_000_000,
    "cells_published": 2,
    "cells_suppressed": 0,
    "status": "published",
    "note": "",
    "source": "",
}


def write_tidy(path, rows):
    """Write rows (dicts that differ from TIDY_ROW) in the tidy layout."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, tidy.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(TIDY_ROW | row for row in rows)
    return path


# --- Bad files --------------------------------------------------------------------------------

GOOD_CELLS = (Cell("39049", "5", "3254", 2016), Cell("39049", "5", "3391", 2016))


def spoilt(path, **columns):
    """An annual file whose third line has other values in these columns."""
    first, second = GOOD_CELLS
    bad = Cell(second.area, second.ownership, second.industry, second.year, more=columns)
    return write_annual(path, [first, bad])


def cut(path, length):
    """An annual file that lacks its last `length` bytes."""
    write_annual(path, GOOD_CELLS)
    path.write_bytes(path.read_bytes()[:-length])
    return path


def content(path, data):
    path.write_bytes(data)
    return path


def headless(path):
    """An annual file whose first line lacks a column."""
    text = write_annual(path, GOOD_CELLS).read_text()
    path.write_text(text.replace('"total_annual_wages"', '"wages"', 1))
    return path


def quarter(path, **values):
    first, second = GOOD_CELLS
    return write_quarters(path, [quarter_row(first, 1), quarter_row(second, 1, **values)])


TIDY_NEEDED = [column for column in tidy.COLUMNS if column not in tidy.OPTIONAL]

BAD_FILES = {
    # kind: (how to write it, the problem's code, its line, its column)
    "empty": (lambda path: content(path, b""), "file_empty", None, None),
    "binary": (lambda path: content(path, bytes(range(128, 256)) * 9), "file_binary", None, None),
    "false parquet": (lambda path: content(path, b"PAR1 nothing"), "file_binary", None, None),
    "wrong layout": (lambda path: content(path, b"a,b\n1,2\n"), "layout_unknown", 1, "a"),
    "utf-16": (
        lambda path: content(path, write_annual(path, GOOD_CELLS).read_text().encode("utf-16")),
        "file_utf16",
        None,
        None,
    ),
    "column missing": (headless, "column_missing", 1, "total_annual_wages"),
    "column twice": (
        lambda path: write(path, [*headers.ANNUAL, "own_code"], []),
        "column_repeated",
        1,
        "own_code",
    ),
    "header only": (lambda path: write_annual(path, []), "no_rows", 1, None),
    "totals over government only": (
        lambda path: write_annual(
            path,
            [cell for cell in totals_of(BASE, 2016, 1, random.Random(1)) if cell.ownership == "8"],
        ),
        "rows_left_out",
        2,
        "own_code, size_code, agglvl_code",
    ),
    "a first line in latin-1": (
        lambda path: content(
            path,
            write_annual(path, GOOD_CELLS).read_bytes().replace(b"avg_annual_pay", b"a\xf1o", 1),
        ),
        "line_not_utf8",
        1,
        "año",
    ),
    "utf-16 without a mark": (
        lambda path: content(path, write_annual(path, GOOD_CELLS).read_text().encode("utf-16-be")),
        "file_utf16",
        None,
        None,
    ),
    "truncated": (lambda path: cut(path, 9), "file_cut", 3, "oty_annual_contributions_pct_chg"),
    "too many columns": (
        lambda path: content(path, write_annual(path, GOOD_CELLS).read_bytes() + b"1," * 39),
        "line_too_long",
        4,
        "oty_avg_annual_pay_pct_chg",
    ),
    "latin-1": (
        lambda path: content(
            path, write_titled(path, GOOD_CELLS).read_bytes().replace(b"Franklin", b"Do\xf1a")
        ),
        "line_not_utf8",
        2,
        "area_title",
    ),
    "a comma in a title without quotes": (
        lambda path: content(
            path,
            write_titled(path, GOOD_CELLS)
            .read_bytes()
            .replace(b'"Franklin County, Ohio"', b"Franklin County, Ohio"),
        ),
        "line_too_long",
        2,
        "oty_avg_annual_pay_pct_chg",
    ),
    "open quote": (
        lambda path: content(
            path, write_annual(path, GOOD_CELLS).read_bytes().replace(b'"3391"', b'"3391', 1)
        ),
        "file_cut",
        3,
        "industry_code",
    ),
    "a field over two lines": (
        lambda path: content(
            path, write_titled(path, GOOD_CELLS).read_bytes().replace(b" County,", b"\nCounty,", 1)
        ),
        "quote_broken",
        2,
        "area_title",
    ),
    "early year": (lambda path: spoilt(path, year=1989), "year_out_of_range", 3, "year"),
    "future year": (lambda path: spoilt(path, year=2999), "year_out_of_range", 3, "year"),
    "a year to come": (
        lambda path: write_annual(path, [Cell("39049", "5", "3254", 2098)]),
        "year_out_of_range",
        2,
        "year",
    ),
    "no year": (lambda path: spoilt(path, year="last"), "not_a_year", 3, "year"),
    "mixed years": (lambda path: spoilt(path, year=2017), "years_mixed", 3, "year"),
    "one quarter": (lambda path: spoilt(path, qtr="1"), "not_annual", 3, "qtr"),
    "fifth quarter": (lambda path: quarter(path, qtr="5"), "not_a_quarter", 3, "qtr"),
    "a month missing": (
        lambda path: quarter(path, month2_emplvl=""),
        "number_missing",
        3,
        "month2_emplvl",
    ),
    "duplicate row": (
        lambda path: spoilt(path, industry_code="3254"),
        "row_repeated",
        3,
        "industry_code",
    ),
    "negative": (
        lambda path: spoilt(path, annual_avg_emplvl=-5),
        "negative_number",
        3,
        "annual_avg_emplvl",
    ),
    "an estimate in a tidy file without a column of notes": (
        lambda path: content(
            path,
            f"{','.join(TIDY_NEEDED)}\n39049,,5,3254,2016,naics4,1,2,3,1,0,estimate\n".encode(),
        ),
        "estimated_row_without_note",
        2,
        "note",
    ),
    "no number": (
        lambda path: spoilt(path, total_annual_wages="1,5 Mio"),
        "not_a_number",
        3,
        "total_annual_wages",
    ),
    "infinite": (
        lambda path: spoilt(path, total_annual_wages="inf"),
        "not_a_number",
        3,
        "total_annual_wages",
    ),
    "rounded by a spreadsheet": (
        lambda path: spoilt(path, total_annual_wages="1.17E+13"),
        "number_rounded",
        3,
        "total_annual_wages",
    ),
    "rounded by a program": (
        lambda path: spoilt(path, total_annual_wages="1.17149e+13", annual_avg_emplvl="2e+06"),
        "numbers_rounded",
        3,
        "annual_avg_estabs, annual_avg_emplvl, total_annual_wages",
    ),
    "number missing": (
        lambda path: spoilt(path, annual_avg_emplvl=""),
        "number_missing",
        3,
        "annual_avg_emplvl",
    ),
    "undisclosed with value": (
        lambda path: spoilt(path, disclosure_code="N"),
        "undisclosed_with_value",
        3,
        "annual_avg_emplvl",
    ),
    "nothing, with values": (
        lambda path: spoilt(path, disclosure_code="-"),
        "number_where_none_is",
        3,
        "annual_avg_estabs",
    ),
    "lost zeros of no state": (
        lambda path: spoilt(path, area_fips="7029"),
        "not_an_area",
        3,
        "area_fips",
    ),
    "lost letter of an MSA": (
        lambda path: spoilt(path, area_fips="1254", agglvl_code="46"),
        "area_of_another_level",
        3,
        "area_fips",
    ),
    "ownership": (lambda path: spoilt(path, own_code="7"), "not_an_ownership", 3, "own_code"),
    "industry": (
        lambda path: spoilt(path, industry_code="Mar 45"),
        "not_an_industry",
        3,
        "industry_code",
    ),
    "level": (lambda path: spoilt(path, agglvl_code="x"), "not_a_level", 3, "agglvl_code"),
    "disclosure": (
        lambda path: spoilt(path, disclosure_code="?"),
        "not_a_disclosure",
        3,
        "disclosure_code",
    ),
    "tidy status": (
        lambda path: write_tidy(path, [{}, {"status": "x"}]),
        "not_a_status",
        3,
        "status",
    ),
    "tidy level": (lambda path: write_tidy(path, [{}, {"level": "76"}]), "not_a_level", 3, "level"),
    "tidy estimate without note": (
        lambda path: write_tidy(path, [{}, {"status": "estimate"}]),
        "estimated_row_without_note",
        3,
        "note",
    ),
    "tidy number missing": (
        lambda path: write_tidy(path, [{}, {"wages": ""}]),
        "number_missing",
        3,
        "wages",
    ),
    "tidy undisclosed with value": (
        lambda path: write_tidy(path, [{}, {"cells_published": 0, "cells_suppressed": 2}]),
        "undisclosed_with_value",
        3,
        "employment",
    ),
    "tidy duplicate": (lambda path: write_tidy(path, [{}, {}]), "row_repeated", 3, "industry"),
}
