import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.spreadsheets import FORMULA, Table, is_number, to_csv, to_xlsx

WICKED = ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")']


@pytest.mark.parametrize("words", WICKED)
def test_words_that_would_be_computed_are_quoted(words):
    [_heading, row] = csv.reader(io.StringIO(to_csv(["a"], [[words]])))

    assert row == [f"'{words}"]


@given(st.text())
def test_no_cell_of_a_csv_begins_like_a_formula(words):
    text = to_csv(["a"], [[words, "end"]])

    row = list(csv.reader(io.StringIO(text, newline="")))[1]
    assert row[0].removeprefix("'") == words.removeprefix("'") or row[0] == words
    assert not row[0].startswith(FORMULA) or is_number(row[0])


def test_numbers_stay_numbers():
    assert to_csv(["a", "b"], [[-3, "-3"]]) == "a,b\n-3,-3\n"


def test_a_workbook_keeps_words_as_words():
    tables = [Table("One", ["a", "b"], [[words, 3] for words in WICKED]), Table("Two", ["c"], [])]

    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(tables)))

    assert book.sheetnames == ["One", "Two"]
    cells = [(cell.data_type, cell.hyperlink) for cell in book["One"]["A"][1:]]
    assert set(cells) == {("s", None)}
    assert [cell.value for cell in book["One"]["B"]] == ["b"] + [3] * len(WICKED)
