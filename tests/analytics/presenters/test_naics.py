"""The words of the NAICS table."""

import pandas as pd
import pytest

from analytics.indicators.naics import COLUMNS, COUNTS
from analytics.presenters import plain, table_csv
from analytics.presenters.naics import TableChoices, columns, headings, rows
from tests.factories.analytics import RegionFactory

NAN = float("nan")


def record(**values):
    known = dict.fromkeys(COLUMNS, 1.0) | {
        "naics": "3254",
        "title": "x",
        "comparability": "comparable",
    }
    hidden = dict.fromkeys(COUNTS, 0)
    return known | hidden | values


def written(name, **values):
    column = next(column for column in columns.COLUMNS if column.name == name)
    return rows.cell(record(**values), column)["text"]


@pytest.mark.parametrize(
    ("column", "values", "words"),
    [
        ("employment_start", {"employment_start": 1234.0}, "1,234"),
        ("employment_start", {"employment_start": 0.0}, "0"),
        ("employment_start", {"employment_start": NAN}, "n/a"),
        ("employment_start", {"employment_start": NAN, "undisclosed_start": 2}, "undisclosed"),
        ("lq_end", {"lq_end": NAN, "undisclosed_end": 2}, "n/a"),  # jobs are known, the base is not
        ("lq_end", {"lq_end": NAN, "employment_end": NAN, "undisclosed_end": 2}, "undisclosed"),
        ("growth", {"growth": NAN, "comparability": "only at end"}, "not comparable"),
        ("growth", {"growth": NAN, "matched_start": NAN, "undisclosed_end": 1}, "undisclosed"),
        ("growth", {"growth": NAN, "matched_start": 0.0}, "n/a"),
        (
            "growth",
            {"growth": NAN, "matched_start": 0.006, "estimated_start": 1},
            "n/a: under 1 job",
        ),
        (
            "wage_end",
            {"wage_end": NAN, "employment_end": 0.006, "estimated_end": 1},
            "n/a: under 1 job",
        ),
        ("growth", {"growth": 0.04}, "+4.0\N{NO-BREAK SPACE}%"),
        ("lq_change", {"lq_change": -0.125}, "\N{MINUS SIGN}0.12"),
        ("wage_end", {"wage_end": 31169.55}, "$31,170"),
        (
            "base_employment_end",
            {"base_employment_end": NAN, "base_undisclosed_end": 4},
            "undisclosed",
        ),
    ],
)
def test_each_figure_has_its_words(column, values, words):
    assert written(column, **values) == words


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("comparable", "yes"),
        ("only at start", "ended before 2023"),
        ("only at end", "new since 2016"),
        ("changed in 2017, 2022", "content changed in 2017, 2022"),
        ("not in NAICS", "not a NAICS code"),
    ],
)
def test_comparability_in_words(phrase, words):
    region = RegionFactory.build()
    assert rows.comparability(phrase, region) == words


@pytest.mark.parametrize(
    ("sort", "name", "query", "standing"),
    [
        ("", "naics", "sort=-naics", "ascending"),
        ("", "growth", "sort=-growth", ""),
        ("-growth", "growth", "sort=growth", "descending"),
        ("growth", "growth", "sort=-growth", "ascending"),
        ("growth", "title", "sort=title", ""),
    ],
)
def test_a_heading_turns_the_order_round(sort, name, query, standing):
    heading = headings.link(name, "", TableChoices(sort=sort))
    assert (heading["query"], heading["sort"]) == (query, standing)


def test_a_heading_keeps_the_search():
    heading = headings.link("growth", "", TableChoices(sector="31-33", q="a b"))
    assert heading["query"] == "q=a+b&sector=31-33&sort=-growth"


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1 + 0.2, "0.30000000000000004"), (3.0, 3), (NAN, ""), (0, 0), ("x", "x"), (1e16, 10**16)],
)
def test_numbers_of_the_file_are_unrounded(value, text):
    assert plain(value) == text


def test_a_table_as_csv():
    table = pd.DataFrame([record(title="a, b", growth=NAN)])[COLUMNS]
    header, row = table_csv(table).splitlines()
    assert header == ",".join(COLUMNS)
    assert row.startswith('3254,"a, b",1,1,1,1,,1,')
