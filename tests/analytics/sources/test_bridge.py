"""Which codes feed which over the revisions of NAICS."""

import itertools
from collections import defaultdict

import pytest

from analytics.sources import bridge, industries

YEARS = (2001, 2008, 2012, 2018, 2023)  # one of each revision
SPANS = list(itertools.combinations(YEARS, 2))


def weights(start, end):
    """{old: {new: weight}}"""
    found = defaultdict(dict)
    for link in bridge.links(start, end):
        found[link.old][link.new] = link.weight
    return found


@pytest.mark.parametrize(("start", "end"), SPANS)
def test_no_job_is_lost_or_made(start, end):
    sums = {old: sum(news.values()) for old, news in weights(start, end).items()}
    assert sums == {old: pytest.approx(1, abs=1e-12) for old in sums}


@pytest.mark.parametrize(("start", "end"), SPANS)
def test_every_code_of_the_end_has_its_origin_and_every_link_leads_to_one(start, end):
    old, new = industries.revision_of(start), industries.revision_of(end)
    held = {code for code, revision in industries.table() if revision == new}
    unknown = {code for code in held if (code, old) not in industries.table()}
    fed = {link.new for link in bridge.links(start, end)}
    assert unknown <= fed <= held


@pytest.mark.parametrize(("start", "end"), SPANS)
def test_a_code_that_no_revision_touched_has_no_link(start, end):
    old, new = industries.revision_of(start), industries.revision_of(end)
    touched = {code for code, revision in industries.touched() if old < revision <= new}
    assert bridge.touched(start, end) == touched - only_between(touched, old, new)


def only_between(touched, old, new):
    """Codes that began and ended between the two years."""
    return {code for code in touched if not {(code, old), (code, new)} & set(industries.table())}


def test_between_two_years_of_one_revision_there_is_nothing_to_bridge():
    assert bridge.links(2017, 2021) == ()
    assert bridge.origins("4541", 2017, 2021) == []


def test_a_code_is_followed_through_each_revision():
    """5171 and 5172 became 5173 in 2017, which became 5171 in 2022."""
    links = {link.old: link for link in bridge.origins("5171", 2016, 2023)}
    assert sorted(links) == ["5171", "5172", "5179"]
    assert (links["5172"].weight, links["5172"].allocated) == (1, 0)
    assert 0 < links["5179"].weight == links["5179"].allocated < 1
    assert bridge.successors("5172", 2016, 2023) == ["5171"]


def test_what_was_allocated_in_one_revision_stays_so_in_the_next():
    [link] = [link for link in bridge.origins("4551", 2016, 2023) if link.weight]
    assert link.old == "4521"
    assert link.allocated == link.weight < 1


def test_a_new_code_keeps_what_the_concordance_names_also_where_nothing_is_left_for_it():
    links = {link.old: link.weight for link in bridge.origins("4492", 2017, 2023)}
    assert links == {"4431": 1, "4541": 0, "4543": 0}
    assert "4492" not in bridge.successors("4541", 2017, 2023)


@pytest.mark.parametrize(
    ("code", "start", "end", "phrase"),
    [
        ("3254", 2001, 2023, "comparable"),
        ("5132", 2016, 2023, "bridged"),
        ("4451", 2016, 2023, "bridged"),
        ("4451", 2001, 2021, "comparable"),
        ("3371", 2008, 2023, "bridged by words"),
        ("4521", 2016, 2023, "only at start"),
        ("9999", 1990, 2023, "comparable"),
        ("0000", 2016, 2023, "not in NAICS"),
    ],
)
def test_how_a_code_can_be_compared(code, start, end, phrase):
    assert bridge.comparability(code, start, end) == phrase
