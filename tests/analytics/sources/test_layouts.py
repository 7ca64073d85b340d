"""Layouts are known by their first line; whatever follows, the answer is a number or a sentence."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analytics import importer, sources, warehouse
from analytics.sources import annual, quarterly, rules, tidy
from tests.samples import headers, qcew

MANY = settings(max_examples=300)


@pytest.mark.parametrize(
    ("header", "layout"),
    [
        (headers.ANNUAL, annual),
        (headers.ANNUAL_SHORT, annual),
        (headers.ANNUAL_TITLED, annual),
        (headers.QUARTERLY, quarterly),
        (headers.QUARTERLY_TITLED, quarterly),
        ([f" {column.upper()} " for column in headers.ANNUAL], annual),
        (headers.ANNUAL[::-1], annual),
        (["", *headers.ANNUAL], annual),
        (["Unnamed: 0", *headers.ANNUAL, "my notes"], annual),
        (headers.ANNUAL[:-1], annual),
        (headers.ANNUAL[1:], None),
        (tidy.COLUMNS, tidy),
        (sorted(tidy.COLUMNS), tidy),
        ([column for column in tidy.COLUMNS if column not in tidy.OPTIONAL], tidy),
        (tidy.COLUMNS[1:], None),
        (["area", "year"], None),
        ([], None),
    ],
)
def test_a_layout_is_known_by_its_columns(header, layout):
    assert sources.recognise(header) is layout


def test_the_long_layout_has_38_columns_and_the_short_one_15():
    assert (len(headers.ANNUAL), len(headers.ANNUAL_SHORT)) == (38, 15)


def test_what_a_nearly_right_header_lacks_is_named():
    layout, lacking = sources.nearest([*headers.ANNUAL_SHORT[:9], "jobs", *headers.ANNUAL[10:15]])
    assert (layout, lacking) == (annual, ["annual_avg_emplvl"])
    assert sources.nearest(["area", "year", "jobs"]) is None


# --- One pattern for a row, and rules for its fields ------------------------------------------

FIELDS = {
    "area_fips": "39049 06029 1001 39000 US000 USCMS C1254 CS104 7029 07029 x".split(),
    "own_code": "0 1 5 8 9 7 5.0".split(),
    "industry_code": "10 31-33 3254 325411 1 3254111 31- 9999".split(),
    "agglvl_code": "10 16 40 56 76 80 30 94 75 7".split(),
    "size_code": ["0", "3", "10", ""],
    "year": ["2016", "1989", "1990", "2099", "216", "20166"],
    "qtr": ["A", "1", "4", "5", "", "AA"],
    "disclosure_code": ["", "N", "-", "?", "NN"],
}
NUMBERS = ["", "0", "0.0", "12", "12.5", "-1", "-0", "3e+05", "1e+04", "1.17E+13", "1.5E7", "inf",
           "1,5", "1_0", "9" * 30, "1.234567e+12", "1.234567e+11", "x"]  # fmt: skip
TIDY_FIELDS = {
    "area": ["39049", "central-ohio", "-x", "x"],
    "part": ["", "both"],
    "ownership": ["0", "5", "8"],
    "industry": ["3254", "31-33", "x"],
    "year": ["2016", "1989"],
    "level": ["naics4", "total", "76"],
    "cells_published": ["0", "00", "1", "10", "x", ""],
    "cells_suppressed": ["0", "2", ""],
    "status": ["published", "estimate", "x"],
    "note": ["", "By\nhand"],
}


def rows_of(layout):
    fields = TIDY_FIELDS if layout is tidy else FIELDS
    values = fields | dict.fromkeys(layout.NUMBERS, NUMBERS)
    return st.fixed_dictionaries(
        {column: st.sampled_from(values.get(column, [""])) for column in layout.COLUMNS}
    )


def is_sound(row, layout, pattern):
    text = rules.BETWEEN.join(row[column] for column in layout.ROW_COLUMNS)
    return re.fullmatch(pattern, text) is not None


GOOD_ANNUAL = {column: values[0] for column, values in FIELDS.items()} | {
    "agglvl_code": "76", "area_title": "",
    "annual_avg_estabs": "", "annual_avg_emplvl": "12", "total_annual_wages": "3e+05",
}  # fmt: skip


@MANY
@given(st.data())
@example(None)
def test_a_row_is_sound_exactly_if_it_breaks_no_rule(data):
    if data is None:
        row, layout = GOOD_ANNUAL, annual
    else:
        layout = data.draw(st.sampled_from(sources.LAYOUTS))
        row = data.draw(rows_of(layout))
        if data.draw(st.booleans()) and layout is annual:
            row = GOOD_ANNUAL | {
                c: row[c] for c in data.draw(st.sets(st.sampled_from(sorted(row)), max_size=2))
            }
    fault = rules.first_fault(row, layout.RULES)
    assert is_sound(row, layout, layout.ROW) == (fault is None)
    if is_sound(row, layout, layout.PLAIN_ROW):
        assert fault is None


@pytest.mark.parametrize(
    ("text", "is_exact"),
    [
        ("3e+05", True),  # R writes it where 300000 is longer
        ("1e+04", False),  # and would have written 10000 here
        ("1.2e+10", True),
        ("1.23456789e+15", True),
        ("1.17149e+10", False),
        ("1.5E7", True),  # Java
        ("1.17E+13", False),  # a spreadsheet, from what it shows
        ("1e5", False),
    ],
)
def test_a_number_in_powers_of_ten_is_taken_only_from_those_who_write_all_digits(text, is_exact):
    assert bool(re.fullmatch(rules.NUMBER, text)) == is_exact


# --- Read back --------------------------------------------------------------------------------

VALUES = st.fixed_dictionaries(
    {
        "industry": st.integers(1111, 9999).map(str),
        "ownership": st.sampled_from("1235"),
        "employment": st.one_of(st.none(), st.integers(0, 10**7)),
        "establishments": st.integers(0, 10**5),
    }
)


@pytest.mark.django_db
@settings(max_examples=30)
@given(
    st.lists(VALUES, min_size=1, max_size=12, unique_by=lambda v: (v["industry"], v["ownership"]))
)
def test_what_was_written_is_read_back(tmp_path_factory, values):
    cells = [
        qcew.Cell(
            "39049",
            value["ownership"],
            value["industry"],
            2016,
            establishments=value["establishments"],
            employment=value["employment"] or 0,
            wages=(value["employment"] or 0) * 50_000,
            disclosed=value["employment"] is not None,
        )
        for value in values
    ]
    path = qcew.write_annual(tmp_path_factory.mktemp("raw") / "a.csv", cells)
    dataset = importer.import_file(path).dataset
    place = warehouse.Place(dataset.key, dataset.ordinal, "39049", 2016)
    frame = warehouse.cells((place,), ("naics4",))
    held = {(row.ownership, row.industry): row for row in frame.itertuples()}
    assert len(held) == len(cells)
    for cell in cells:
        found = held[cell.ownership, cell.industry]
        assert found.establishments == cell.establishments
        assert found.cells_suppressed == (not cell.disclosed)
        if cell.disclosed:
            assert (found.employment, found.wages) == (cell.employment, cell.wages)
        else:
            assert found.employment != found.employment
            assert found.wages != found.wages
