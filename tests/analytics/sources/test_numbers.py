"""However a number is written, it is read as exactly that, or refused by line and column."""

import pytest

from analytics import importer
from analytics.queries.cells import cells_of
from core.problems import Problem
from tests.samples import qcew

pytestmark = pytest.mark.django_db

READ = {
    "100": 100,
    " 100 ": 100,
    "100.0": 100,
    "100.50": 100.5,
    "1234.567": 1234.567,
    "0.125": 0.125,
    f"{'0' * 25}100": 100,
    f"{'0' * 400}7": 7,
    "00.000": 0,
    "999999999999999": 999_999_999_999_999,
    "3e+05": 300_000,
    "1.5E7": 15_000_000,
}
REFUSED = {
    "1000000000000000": "number_too_long",
    "9007199254740993": "number_too_long",  # the first whole number that a float does not have
    f"{'0' * 9}{'9' * 25}": "number_too_long",
    "9" * 400: "number_too_long",  # infinite as a float
    "1e400": "number_rounded",
    "1.5E99": "number_rounded",
    "1.17E+13": "number_rounded",
    "1.234": "number_grouped",
    "12.000": "number_grouped",
    "1.234.567": "not_a_number",
    "1,234": "not_a_number",
    "1 234": "not_a_number",
    "1\N{NO-BREAK SPACE}234": "not_a_number",
    "1'234": "not_a_number",
    "1_000": "not_a_number",
    "0x10": "not_a_number",
    "\N{ARABIC-INDIC DIGIT THREE}": "not_a_number",
    "\N{FULLWIDTH DIGIT THREE}": "not_a_number",
    "\N{SUPERSCRIPT TWO}": "not_a_number",
    "inf": "not_a_number",
    "-inf": "not_a_number",
    "Infinity": "not_a_number",
    "+5": "not_a_number",
    "5-": "not_a_number",
    "(5)": "not_a_number",
    "12%": "not_a_number",
    "$5": "not_a_number",
    "1e-5": "not_a_number",
    ".5": "not_a_number",
    "-0": "negative_number",
    "-5": "negative_number",
    "nan": "number_missing",
    "NA": "number_missing",
}


@pytest.mark.parametrize("year", ["2016", "2016.0"], ids=["as published", "saved again"])
def test_numbers_are_read_with_their_value_in_any_file(tmp_path, year):
    """What is read of a number does not depend on what else stands in its file."""
    cells = [
        qcew.Cell("39049", "5", str(3111 + n), 2016, employment=text, more={"year": year})
        for n, text in enumerate(READ)
    ]
    importer.import_file(qcew.write_annual(tmp_path / "a.csv", cells))
    found = cells_of(["39049"], [2016])
    assert list(found.employment) == list(READ.values())


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: f"{text[:20]}, {len(text)} long")
def test_what_is_no_plain_number_is_refused_with_its_line_and_column(tmp_path, text):
    path = qcew.spoilt(tmp_path / "a.csv", total_annual_wages=text)
    with pytest.raises(Problem) as refusal:
        importer.import_file(path)
    problem = refusal.value
    assert problem.code == REFUSED[text]
    assert (problem.values["line"], problem.values["column"]) == (3, "total_annual_wages")


@pytest.mark.parametrize("month", ["1000000000000000", "2999999999999999", "9" * 400])
def test_a_month_that_is_too_long_does_not_hide_in_the_mean_of_three(tmp_path, month):
    with pytest.raises(Problem) as refusal:
        importer.import_file(qcew.quarter(tmp_path / "q.csv", month2_emplvl=month))
    assert (refusal.value.code, refusal.value.values["column"]) == (
        "number_too_long",
        "month2_emplvl",
    )


def test_a_month_left_empty_where_there_was_nothing_is_zero(tmp_path):
    nothing = dict.fromkeys(("qtrly_estabs", "month1_emplvl", "month2_emplvl"), "")
    zeros = {"month3_emplvl": 0, "total_qtrly_wages": 0, "disclosure_code": "-"}
    path = qcew.quarter(tmp_path / "q.csv", **nothing, **zeros)
    assert importer.import_file(path).dataset.employment == 100  # of the other row


# --- What stands behind the last column -------------------------------------------------------


def with_trailing(path, change):
    lines = qcew.write_annual(path, qcew.cells_of("39049", 2016)).read_text().splitlines()
    path.write_text("\n".join(change(n, line) for n, line in enumerate(lines)) + "\n")
    return path


@pytest.mark.parametrize(
    "change",
    [
        lambda n, line: line + ",,,",
        lambda n, line: line.replace(",", ";") + ";;;",
        lambda n, line: line + "," if n else line,
        lambda n, line: line + ",," if n < 16 else line,  # a spreadsheet stops doing so some day
        lambda n, line: line + ',""' if n == 3 else line,
    ],
)
def test_empty_columns_behind_the_last_one_change_nothing(tmp_path, change):
    plain = importer.import_file(with_trailing(tmp_path / "a.csv", lambda n, line: line)).dataset
    dataset = importer.import_file(with_trailing(tmp_path / "b.csv", change)).dataset
    assert (dataset.rows, dataset.employment, dataset.wages) == (
        plain.rows,
        plain.employment,
        plain.wages,
    )


def test_a_comma_between_thousands_moves_no_column(tmp_path):
    """The last column of every layout holds a number, so a row that is longer cannot look right."""
    path = qcew.write_annual(tmp_path / "a.csv", qcew.GOOD_CELLS)
    path.write_text(path.read_text().replace(",5000000,", ",5,000,000,", 1))
    with pytest.raises(Problem) as refusal:
        importer.import_file(path)
    assert (refusal.value.code, refusal.value.values["line"]) == ("line_too_long", 2)
