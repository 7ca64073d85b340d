"""Wide tables: read as lines of text, columns guessed, and made tidy."""

from dataclasses import replace

import pytest
from openpyxl import Workbook

from analytics.sources import areas, grids, mapping, wide, written
from tests.samples.wide import LINES, write_csv, write_xlsx


def grid_of(lines):
    return grids.Grid([list(cells) for cells in lines])


def guessed(grid, **values):
    return replace(mapping.guess(grid, mapping.header_line(grid)), **values)


def rows_of(lines, **values):
    grid = grid_of(lines)
    return wide.read(grid, guessed(grid, **values), find_area)


def find_area(text):
    return [text] if areas.is_code(text) else areas.find(text)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_in_any_common_form(tmp_path, delimiter):
    grid = grids.read(write_csv(tmp_path / "a", delimiter=delimiter))
    assert grid.cell(4, 4) == "120,000"
    assert grid.cell(1, 8) == ""
    assert (grid.width, grid.sheets) == (9, ())


def test_a_workbook_is_known_by_its_content_and_gives_its_first_table(tmp_path):
    path = write_xlsx(tmp_path / "no ending")
    grid = grids.read(path)
    assert grids.is_workbook(path)
    assert (grid.sheet, grid.sheets) == ("Data", ("Data",))
    assert grid.lines[4][:5] == ["3254", "Pharmaceuticals", "Private", "4", "*"]
    assert grids.read(path, "Nowhere").sheet == "Data"


def test_a_formula_that_was_never_computed_is_no_blank(tmp_path):
    book = Workbook()
    book.active.append(["NAICS", "Jobs"])
    book.active.append([3254, "=1+1"])
    book.save(tmp_path / "a.xlsx")
    assert grids.read(tmp_path / "a.xlsx").cell(2, 1) == "=1+1"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 broken", "grid_unreadable"),
        (b"a\n1\n", "grid_without_columns"),
        (b"a,b\n" + b"1,2\n" * 50_000, "grid_too_large"),
        (b"a,b\x00\n", "grid_line_broken"),
    ],
    ids=["broken workbook", "one column", "too many lines", "binary"],
)
def test_what_is_no_table_is_refused(tmp_path, content, code):
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(grids.NoGrid) as refusal:
        grids.read(path)
    assert refusal.value.code == code


def test_the_columns_are_guessed_from_headings_over_two_lines():
    grid = grid_of(LINES)
    found = guessed(grid)
    assert found.header == 3
    assert found.roles == {0: "naics", 2: "ownership"} | {
        column: role
        for first in (3, 6)
        for column, role in enumerate(("establishments", "employment", "wages"), first)
    }
    assert set(found.years.values()) == {2016, 2023}
    assert found.faults() == [("role_missing", {"role": "area"})]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("NAICS Code", "naics"),
        ("Area Name", "area"),
        ("Own", "ownership"),
        ("Year", "year"),
        ("2020 Average Employment", "employment"),
        ("2020", "employment"),
        ("Number of establishments 2020", "establishments"),
        ("Average weekly wage 2020", "weekly"),
        ("Avg annual pay 2020", "pay"),
        ("Total payroll 2020", "wages"),
        ("Remarks", None),
    ],
)
def test_what_a_heading_says(heading, role):
    grid = grid_of([["Line", heading], ["1", "2"]])
    assert mapping.guess(grid, 1).roles.get(1) == role


def test_the_lines_become_tidy_rows():
    result = rows_of(LINES, area="39049")
    assert result.faults == []
    assert dict(result.left_out) == {"all_ownerships": 1, "blank": 1, "words": 1}
    assert result.undisclosed == 2
    rows = {(row["industry"], row["year"]): row for row in result.rows}
    assert len(rows) == 8
    total, hidden = rows["10", 2016], rows["3254", 2016]
    assert (total["level"], total["ownership"], total["employment"]) == ("total", "0", "120000")
    assert (hidden["establishments"], hidden["employment"], hidden["wages"]) == ("4", "", "")
    assert (hidden["cells_published"], hidden["cells_suppressed"]) == (0, 1)
    assert rows["3254", 2023]["wages"] == "18200000"
    assert rows["3391", 2023]["cells_suppressed"] == 1
    zero = rows["31-33", 2023]
    assert (zero["level"], zero["employment"], zero["cells_published"]) == ("sector", "0", 1)


@pytest.mark.parametrize("mark", ["*", "ND", "(D)", "", "N/A", "-", "Confidential"])
def test_marks_of_undisclosed_figures(mark):
    lines = [["NAICS", "Jobs 2020", "Wages 2020"], ["3254", mark, "5"], ["3391", "7", mark]]
    result = rows_of(lines, area="39049", ownership="5")
    assert [row["cells_suppressed"] for row in result.rows] == [1, 1]
    assert {row["employment"] for row in result.rows} == {""}


def test_average_pay_becomes_wages():
    head = ["NAICS", "Jobs 2020", "Average pay 2020", "Jobs 2021", "Average weekly wage 2021"]
    result = rows_of([head, ["3254", "100", "$50,000", "10", "1000"]], area="39049", ownership="5")
    assert [row["wages"] for row in result.rows] == ["5000000", "520000"]


def test_areas_ownerships_and_years_of_the_lines():
    lines = [
        ["NAICS", "County", "Owner", "Year", "Jobs", "Wages"],
        ["3254 Pharma", "Franklin County", "Local government", "2020", "1", "2"],
        ["3254", "39041", "20", "2021", "3", "4"],
    ]
    result = rows_of(lines, state="OH")
    assert result.faults == []
    assert [(row["area"], row["ownership"], row["year"]) for row in result.rows] == [
        ("39049", "3", 2020),
        ("39041", "2", 2021),
    ]


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        (["Pharma", "39049", "5", "2020", "1", "2"], "wide_naics", 0),
        (["2025-03-31", "39049", "5", "2020", "1", "2"], "wide_naics", 0),  # was 3-31, or so
        (["3254", "Atlantis", "5", "2020", "1", "2"], "wide_area", 1),
        (["3254", "Franklin", "5", "2020", "1", "2"], "wide_areas", 1),
        (["3254", "39049", "mine", "2020", "1", "2"], "wide_ownership", 2),
        (["3254", "39049", "5", "1820", "1", "2"], "wide_year", 3),
        (["3254", "39049", "5", "2020", "12,5", "2"], "wide_number", 4),
        (["3254", "39049", "5", "2020", "1", "-2"], "wide_number", 5),
        (["3254", "39049", "5", "2020", "1", "=A1"], "wide_number", 5),
        (["3254", "39049", "5", "2020", "1", "1,000,000,000,000,000"], "wide_long", 5),
        (["3254", "39049", "5", "2020", "9" * 400, "1"], "wide_long", 4),
        (["3391", "39049", "5", "2020", "1", "2"], "wide_twice", 0),
    ],
)
def test_faults_are_named_by_line_and_column(cells, code, column):
    head = ["NAICS", "County", "Owner", "Year", "Jobs", "Wages"]
    good = ["3391", "39049", "5", "2020", "1", "2"]
    result = rows_of([head, good, cells])
    assert [(one.code, one.line, one.column) for one in result.faults] == [(code, 3, column)]
    assert len(result.rows) == 1


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        (["3254", "39049", "5", "2020", "1"], "wide_ends", 5),
        (["3254", "39049", "5", "2020", "1", "200", "000"], "wide_goes_on", 6),
        (["3254", "39049", "5\n3391,39049,5", "2020", "1", "2"], "wide_quote", 2),
        (["3254", "39049", "5", "2020", "1.234", "2"], "wide_grouped", 4),
        (["x", "39049", "5", "2020", "1,2345", "2e5"], "wide_naics", 0),
    ],
)
def test_a_line_of_text_whose_cells_may_be_misplaced_is_none(cells, code, column):
    head = ["NAICS", "County", "Owner", "Year", "Jobs", "Wages"]
    result = rows_of([head, cells])
    assert [(one.code, one.line, one.column) for one in result.faults] == [(code, 2, column)]
    assert result.rows == []


def test_of_pay_times_jobs_too_much_is_a_fault_of_the_pay():
    lines = [["NAICS", "Jobs 2020", "Average pay 2020"], ["3254", "900000000000", "2000000"]]
    result = rows_of(lines, area="39049", ownership="5")
    assert [(one.code, one.column) for one in result.faults] == [("wide_long", 2)]


def test_a_year_beside_a_column_must_have_records():
    lines = [["NAICS", "Jobs 2098", "Wages 2098"], ["3254", "1", "2"]]
    grid = grid_of(lines)
    named = guessed(grid, area="39049", ownership="5")
    result = wide.read(grid, named, find_area, last=2026)
    assert [(one.code, one.line, one.column) for one in result.faults] == [("wide_year", 1, 1)]


def test_the_year_of_a_line_comes_before_that_of_the_whole_file():
    head = ["NAICS", "County", "Owner", "Year", "Jobs", "Wages"]
    result = rows_of([head, ["3254", "39049", "5", "2020", "1", "2"]], year=2016)
    assert [row["year"] for row in result.rows] == [2020]


def test_the_headings_stand_above_a_line_of_totals_too():
    lines = [["Industry", "Jobs 2020", "Wages 2020"], ["Total", "5", "6"], ["3254", "1", "2"]]
    assert mapping.header_line(grid_of(lines)) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Private", "5"),
        ("Total private", "5"),
        ("50 Private", "5"),
        ("5-Private", "5"),
        ("3.0", "3"),
        ("50 Federal government", None),
        ("0.", None),
        ("5,000", None),
        ("Local government", "3"),
        ("Total", "0"),
        ("Total covered", "0"),
        ("All ownerships", "0"),
        ("Statewide total", "0"),
        ("Total government", "8"),
        ("Government", "8"),
        ("Gov't, total", "8"),
        ("cal government", None),
        ("State and local government", None),
        ("Private and government", None),
        ("mine", None),
    ],
)
def test_whose_jobs_a_text_means(text, code):
    assert written.owner(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3254", "3254"),
        ("NAICS 31-33 Manufacturing", "31-33"),
        ("3254-Pharmaceuticals", "3254"),
        ("3254.0", "3254"),
        ("Total", "10"),
        ("Total, all industries", "10"),
        ("325.4", None),
        ("32,54", None),
        ("Total manufacturing", None),
        ("2025-03-31", None),
    ],
)
def test_which_industry_a_text_means(text, code):
    assert written.industry(text) == code


def test_a_fraction_of_a_workbook_is_never_taken_for_a_thousand():
    assert grids.fraction(12.345) == "12.3450"
    assert written.number("12.3450") == 12.345


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"a,b\n1,2\x00\n", {"line": 2, "column": 2}),
        (b"a,b\n1,2\n\x813,4\n", {"line": 3, "column": 1}),
    ],
    ids=["not text", "no encoding"],
)
def test_where_a_file_is_no_text_is_said(tmp_path, content, place):
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(grids.NoGrid) as refusal:
        grids.read(tmp_path / "a")
    assert (refusal.value.code, refusal.value.values) == ("grid_line_broken", place)


def test_a_comma_in_numbers_does_not_make_it_a_delimiter(tmp_path):
    (tmp_path / "a").write_text("NAICS\tJobs\n3254\t1,200,300\n3391\t4,500,600\n")
    assert grids.read(tmp_path / "a").lines[1] == ["3254", "1,200,300"]


@pytest.mark.parametrize(
    ("roles", "years", "codes"),
    [
        ({1: "employment", 2: "wages"}, {1: 2020, 2: 2020}, ["role_missing"]),
        ({0: "naics", 3: "naics", 1: "employment", 2: "wages"}, {1: 2020, 2: 2020}, ["role_twice"]),
        ({0: "naics", 1: "employment", 2: "wages"}, {}, ["year_missing"]),
        ({0: "naics", 1: "employment"}, {1: 2020}, ["measure_missing"]),
        ({0: "naics", 2: "wages"}, {2: 2020}, ["measure_missing"]),
        ({0: "naics"}, {}, ["measure_missing"]),
        (
            {0: "naics", 1: "employment", 2: "wages", 3: "wages"},
            {1: 2020, 2: 2020, 3: 2020},
            ["measure_twice"],
        ),
    ],
)
def test_what_has_to_be_said_first(roles, years, codes):
    found = mapping.Mapping(1, roles, years, area="39049", ownership="5").faults()
    assert [code for code, _values in found] == codes
