"""The columns of the NAICS table: one by one, by groups, and remembered in the address."""

import pytest
from django.http import QueryDict

from analytics.indicators.naics import COLUMNS as HELD
from analytics.presenters.naics import TableChoices, columns, headings
from tests.factories.analytics import RegionFactory

EVERY = [name for names in columns.GROUPS.values() for name in names]


def shown(query):
    without = TableChoices.of(QueryDict(query)).without
    return [name for name in EVERY if name not in without]


def test_every_column_stands_in_one_group_and_in_the_table():
    assert len(set(EVERY)) == len(EVERY) == 17
    assert set(EVERY) <= set(HELD)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", EVERY),
        ("columns=nothing", EVERY),
        ("columns=growth", ["growth"]),
        (
            "columns=lq&columns=growth",
            ["growth", "lq_start", "lq_end", "lq_change", "lq_change_relative"],
        ),
        ("columns=code&columns=wage_end", ["wage_end", "comparability"]),
        ("&".join(f"columns={name}" for name in EVERY), EVERY),
    ],
)
def test_columns_are_asked_for_by_name_or_by_group(query, names):
    assert shown(query) == names


@pytest.mark.parametrize(
    ("query", "link"),
    [
        ("columns=growth&columns=lq_end", "columns=growth&columns=lq_end"),
        (
            "columns=lq_start&columns=lq_end&columns=lq_change&columns=lq_change_relative",
            "columns=lq",
        ),
        ("&".join(f"columns={name}" for name in EVERY), ""),
    ],
)
def test_links_remember_columns_in_few_words(query, link):
    assert TableChoices.of(QueryDict(query)).link() == link


def test_the_form_ticks_what_is_shown_and_offers_all_and_none_of_a_group():
    region = RegionFactory.build()
    choices = TableChoices.of(QueryDict("q=x&columns=growth&columns=lq"))
    jobs, lq, *others = headings.column_choices(region, "United States", choices)
    assert [one["chosen"] for one in jobs["columns"]] == [False, False, True]
    assert [str(one["label"]) for one in jobs["columns"]] == ["2016", "2023", "Growth a year"]
    assert all(one["chosen"] for one in lq["columns"])
    assert not any(one["chosen"] for group in others for one in group["columns"])
    assert shown(jobs["all"]) == [
        "employment_start",
        "employment_end",
        *shown("columns=growth&columns=lq"),
    ]
    assert shown(lq["none"]) == ["growth"]
    assert jobs["all"].startswith("q=x&")


def test_headings_span_the_columns_that_are_shown():
    region = RegionFactory.build()
    held = [
        column for column in columns.COLUMNS if column.name in ("growth", "wage_end", "wage_change")
    ]
    spans = headings.groups(region, "United States", "real", held)
    assert [(one["label"], one["span"]) for one in spans] == [
        ("Jobs in the region", 1),
        ("Average pay, 2023 dollars", 2),
    ]
