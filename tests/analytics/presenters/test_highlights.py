"""The four highlight rules of the Guide, and cut-offs of one's own."""

import math

import pytest
from django.http import QueryDict

from analytics.presenters import highlights
from analytics.presenters.naics import TableChoices
from analytics.presenters.naics.page import means
from analytics.queries import workings_of
from tests import second_answers

MEANS = {"size": 1000.0, "growth": 0.02, "pay": 50_000.0}


def limits(query=""):
    return highlights.thresholds(highlights.cuts_of(QueryDict(query)), MEANS)


def marked(column, value, query=""):
    rule = highlights.mark(column, value, limits(query))
    return rule.key if rule else None


@pytest.mark.parametrize(
    ("column", "above", "at"),
    [
        ("employment_end", 1000.5, 1000.0),
        ("growth", 0.0201, 0.02),
        ("lq_end", 1.01, 1.0),
        ("lq_change", 0.01, 0.0),
        ("wage_end", 50_001.0, 50_000.0),
    ],
)
def test_the_guides_cut_offs(column, above, at):
    assert marked(column, above)
    assert marked(column, at) is None
    assert marked(column, float("nan")) is None


@pytest.mark.parametrize(
    ("query", "column", "limit"),
    [
        ("size_cut=2", "employment_end", 2000.0),
        ("size_by=constant&size_cut=300", "employment_end", 300.0),
        ("growth_by=constant&growth_cut=3", "growth", 0.03),
        ("growth_cut=1.5", "growth", 0.03),
        ("level_cut=1.25", "lq_end", 1.25),
        ("level_by=mean&level_cut=2", "lq_end", 2.0),  # a quotient has no mean but 1
        ("change_cut=-0.1", "lq_change", -0.1),
        ("pay_by=constant&pay_cut=40000", "wage_end", 40_000.0),
        ("size_cut=many", "employment_end", 1000.0),
        ("size_cut=inf", "employment_end", 1000.0),
        ("size_by=magic&size_cut=2", "employment_end", 2000.0),
    ],
)
def test_cut_offs_of_ones_own_are_constants_or_multiples_of_the_mean(query, column, limit):
    assert limits(query)[column][1] == pytest.approx(limit, rel=1e-15)


def test_other_columns_and_unknown_means_have_no_marks():
    assert marked("wage_change", 5.0) is None
    unknown = highlights.thresholds({}, dict.fromkeys(MEANS, float("nan")))
    assert highlights.mark("employment_end", 9e9, unknown) is None


def test_each_rule_has_a_symbol_of_its_own_and_says_its_cut_off():
    lines = highlights.legend({}, limits())
    assert len({line["symbol"] for line in lines}) == len(lines) == 5
    assert [line["above"] for line in lines] == [
        "above 1,000",
        "above +2.0\N{NO-BREAK SPACE}%",
        "above 1.00",
        "above 0.00",
        "above $50,000",
    ]


def test_an_address_keeps_cut_offs_and_columns():
    query = "q=x&columns=jobs&columns=lq&growth_by=constant&growth_cut=3"
    choices = TableChoices.of(QueryDict(query))
    assert len(choices.without) == 10
    assert choices.link() == query
    guide = TableChoices.of(QueryDict("size_by=mean&size_cut=1&level_cut=1.0"))
    assert guide.cuts == {}


@pytest.mark.django_db
def test_the_means_equal_a_second_computation(invented):
    invented.load()
    found = means(workings_of(**invented.scope))
    cells, totals = second_answers.read(invented.files)
    jobs = {}
    for (area, _owner, code, year), value in cells.items():
        if area in invented.areas and year == 2023 and value:
            jobs[code] = jobs.get(code, 0) + value[0]
    start, end = (sum(totals[area, year] for area in invented.areas) for year in (2016, 2023))
    assert found["size"] == sum(jobs.values()) / len(jobs)
    assert math.isclose(found["growth"], (end / start) ** (1 / 7) - 1, rel_tol=1e-12)
    assert found["pay"] == 50_000  # what the invented totals pay, see tests/samples/qcew.py
