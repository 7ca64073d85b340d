"""How a figure was made, in words: formulas with their numbers in them, cells, reasons."""

import re

import pytest

from analytics import importer
from analytics.presenters import explanation, figures
from analytics.presenters.naics import TableChoices
from analytics.presenters.naics.columns import COLUMNS
from analytics.queries import inputs
from tests.factories.analytics import RegionFactory
from tests.samples import qcew

pytestmark = pytest.mark.django_db


@pytest.fixture
def region(crossing):
    crossing.load()
    years = {"start_year": crossing.start, "end_year": crossing.end}
    return RegionFactory(areas=crossing.areas, base=crossing.base, **years)


def page_of(region, code, **choices):
    asked = TableChoices(**choices)
    return explanation.page(inputs(region, code, **asked.figures), region=region, choices=asked)


def figures_of(page):
    return {one["anchor"]: one for group in page["groups"] for one in group["figures"]}


def computed(formula):
    """What a formula gives as it is written, and the result that is written beside it."""
    left, _equals, right = formula.replace("$", "").replace(",", "").rpartition(" = ")
    scale = 100 if "%" in right else 1
    right = right.replace("%", "").replace(figures.SPACE, "")
    found = []
    for side in (left, right):
        text = side.replace("×", "*").replace(figures.MINUS, "-").replace("^", "**")
        assert re.fullmatch(r"[-+*/(). 0-9]+", text), text
        found.append(eval(text, {"__builtins__": {}}))
    return scale * found[0], found[1]


@pytest.mark.parametrize(
    ("code", "cells"), [("3254", "published"), ("4412", "estimated"), ("6221", "estimated")]
)
def test_formulas_give_their_results_when_typed_into_a_calculator(region, code, cells):
    page = page_of(region, code, cells=cells)
    shown = figures_of(page)
    assert set(shown) == {column.name for column in COLUMNS}
    written = [one["made"] for one in shown.values() if one["made"] and "lines" not in one["made"]]
    assert len(written) > 4
    for formula in written:
        found, result = computed(formula)
        assert found == pytest.approx(result, rel=2e-3, abs=2e-3), formula


def test_every_figure_has_words_and_one_that_is_not_known_has_a_reason(region):
    for code in ("4412", "4451", "5132", "6221"):
        for one in figures_of(page_of(region, code)).values():
            assert one["words"]
            assert bool(one["reason"]) != one["known"], (code, one["anchor"])


def figure(folder, name, *cells, **choices):
    """One figure of industry 3254 of one county, made from these cells and totals of 1,000."""
    for year in (2016, 2023):
        totals = [
            qcew.Cell(area, "0", "10", year, "total", employment=1000)
            for area in ("39049", "US000")
        ]
        own = [cell for cell in cells if cell.year == year]
        importer.import_file(qcew.write_annual(folder / f"{year}.csv", [*totals, *own]))
    return figures_of(page_of(RegionFactory(areas=["39049"]), "3254", **choices))[name]


HERE = (
    qcew.Cell("39049", "5", "3254", 2016, employment=100, wages=4_000_000),
    qcew.Cell("39049", "5", "3254", 2023, employment=150, wages=9_000_000),
)
THERE = (
    qcew.Cell("US000", "5", "3254", 2016, employment=50),
    qcew.Cell("US000", "5", "3254", 2023, employment=50),
)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("growth", "(150 / 100)^(1 / 7) − 1 = +5.963 %"),
        ("lq_end", "(150 / 1,000) / (50 / 1,000) = 3"),
        (
            "lq_change",
            "(150 / 1,000) / (50 / 1,000) − (100 / 1,000) / (50 / 1,000) = +1.0000",
        ),
        (
            "lq_change_relative",
            "((150 / 1,000) / (50 / 1,000)) / ((100 / 1,000) / (50 / 1,000)) − 1 = +50.000 %",
        ),
        ("wage_start", "(282.76 / 226.115) × (4,000,000 / 100) = $50,020.56"),
        ("wage_end", "9,000,000 / 150 = $60,000.00"),
        ("employment_end", ""),
    ],
)
def test_a_formula_has_its_numbers_in_it(tmp_path, name, made):
    found = figure(tmp_path, name, *HERE, *THERE)
    assert found["made"].replace(figures.SPACE, " ") == made
    assert found["reason"] == ""


def test_nominal_pay_has_no_prices_in_its_formula(tmp_path):
    found = figure(tmp_path, "wage_start", *HERE, *THERE, wages="nominal")
    assert found["made"] == "(4,000,000 / 100) = $40,000.00"


LOCAL = qcew.Cell("39049", "3", "3254", 2016), qcew.Cell("39049", "3", "3254", 2023)
HIDDEN = [qcew.Cell("39049", "5", "3254", year, disclosed=False) for year in (2016, 2023)]
NOBODY = [qcew.Cell("39049", "5", "3254", year, employment=0, wages=0) for year in (2016, 2023)]


@pytest.mark.parametrize(
    ("name", "cells", "words"),
    [
        ("employment_end", [HERE[0], HIDDEN[1], *THERE], "Every cell of 2023 is suppressed."),
        ("employment_end", [HERE[0], *THERE], "There is no such cell in 2023."),
        ("base_employment_end", HERE, "There is no such cell in 2023."),
        ("lq_end", [*HERE, *LOCAL, *THERE], "publishes no cell of an ownership"),
        ("lq_end", HERE, "publishes no cell of an ownership"),
        ("wage_end", NOBODY, "There were no jobs in 2023"),
        ("growth", [*HIDDEN, *THERE], "No cell is published in both years; some are suppressed."),
        ("growth", [HERE[0], *THERE], "There is no cell that has figures in both years."),
        ("growth", NOBODY, "nothing to grow from"),
        ("lq_change", HERE, "does not publish, in both years, every ownership"),
        ("wage_change", NOBODY, "nothing to grow from"),
    ],
)
def test_what_is_missing_is_said(tmp_path, name, cells, words):
    found = figure(tmp_path, name, *cells)
    assert not found["known"]
    assert words in found["reason"]


def test_a_code_that_means_something_else_is_said_to(region):
    bridged = figures_of(page_of(region, "4599", cells="estimated"))["growth"]["reason"]
    assert "allocated more than 25.0" in bridged
    as_published = figures_of(page_of(region, "4412", vintage="published", cells="estimated"))[
        "growth"
    ]["reason"]
    assert "A revision changed what the code holds" in as_published


def tables_of(page):
    return {table["key"]: table for table in page["cells"]}


def test_suppressed_cells_are_listed_and_never_as_zero(tmp_path):
    cells = [HERE[0], HERE[1], *THERE]
    hidden = qcew.Cell("39049", "3", "3254", 2023, disclosed=False, establishments=3)
    figure(tmp_path, "growth", *cells, hidden)
    region = RegionFactory(areas=["39049"])
    table = tables_of(page_of(region, "3254"))["here-end"]
    assert [(row["ownership"], row["jobs"], row["standing"]) for row in table["rows"]] == [
        ("local government", "undisclosed", "suppressed"),
        ("private", "150", "published"),
    ]
    assert (table["rows"][0]["counted"], table["rows"][0]["establishments"]) == ("left out", "3")
    assert [(one["jobs"], one["wages"]) for one in table["sums"]] == [("150", "$9,000,000")] * 2
    assert table["left_out"] == 1


def test_where_nothing_counts_there_is_no_sum_and_no_word_of_estimates(tmp_path):
    found = figure(tmp_path, "lq_end", HERE[0], HIDDEN[1], *THERE)
    assert (found["known"], found["of_source"]) == (False, False)
    tables = tables_of(page_of(RegionFactory(areas=["39049"]), "3254"))
    assert [len(tables[key]["sums"]) for key in ("here-start", "here-end")] == [1, 0]


def test_the_sums_under_the_cells_are_those_in_the_formulas(region):
    page = page_of(region, "4451", cells="estimated")
    then, now = (tables_of(page)[key]["sums"][1]["jobs"] for key in ("here-start", "here-end"))
    assert figures_of(page)["growth"]["made"].startswith(f"({now} / {then})^(1 / 4)")


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (
            {},
            "all covered employment · published cells only · pay in dollars of 2023 · "
            "industry codes of 2023, bridged",
        ),
        (
            {
                "ownership": ("5",),
                "cells": "estimated",
                "wages": "nominal",
                "vintage": "published",
            },
            "private · with estimates of suppressed cells · pay in dollars of each year · "
            "industry codes as published",
        ),
    ],
)
def test_what_was_chosen_in_the_table_is_said(region, choices, words):
    assert page_of(region, "3254", **choices)["choices"] == words


def test_an_estimated_cell_has_bounds_and_an_interval(region):
    page = page_of(region, "6211", cells="estimated")
    rows = [row for table in page["cells"] for row in table["rows"] if row["estimated"]]
    assert rows
    for row in rows:
        assert row["standing"].startswith("estimated")
        assert re.fullmatch(r"[0-9,.]+ to [0-9,.]+", row["bounds"])
        assert re.fullmatch(r"[0-9,.]+ to [0-9,.]+", row["interval"])
    shown = figures_of(page)
    assert shown["employment_start"]["interval"]
    assert shown["wage_start"]["interval"] == ""


def test_a_bridged_industry_names_its_codes_and_weights(region):
    page = page_of(region, "4412")
    assert [(code["old"], code["allocated"][:5]) for code in page["codes"]] == [
        ("4412", "whole"),
        ("4541", "by we"),
    ]
    table = tables_of(page)["here-start"]
    assert table["with_codes"]
    assert {row["code"] for row in table["rows"]} == {"4412", "4541"}
    assert page_of(region, "3254")["codes"] == []
