"""The reference table of the bridge, derived anew from the real files, and the rules behind it."""

import csv
from pathlib import Path

import pytest

from scripts import bridge_quality, bridge_weights

REFERENCE = Path(__file__).parents[2] / "analytics/reference/bridge.csv"
GUIDE = Path(__file__).parents[2] / "docs/guide/bridge.md"


def test_the_table_is_what_the_files_say(data_dir):
    with REFERENCE.open(newline="") as file:
        held = [
            [int(row[0]), *row[1:3], float(row[3]), row[4]] for row in list(csv.reader(file))[1:]
        ]
    derived = bridge_weights.table(data_dir)
    assert [line[:3] + line[4:] for line in derived] == [line[:3] + line[4:] for line in held]
    assert [line[3] for line in derived] == [pytest.approx(line[3], abs=1e-12) for line in held]


def test_the_guide_shows_the_quality_that_the_files_give(data_dir):
    text = GUIDE.read_text()
    for line in bridge_quality.markdown(data_dir):
        assert line in text


def test_the_pieces_of_construction_are_one_census_code():
    assert bridge_weights.census_code("238111") == "238110"
    assert bridge_weights.census_code("238992") == "238990"
    assert bridge_weights.census_code("2381") == "2381"
    assert bridge_weights.census_code("236115") == "236115"


def test_construction_of_the_nation_is_counted_once(data_dir):
    six, four = (
        bridge_weights.national(data_dir / bridge_weights.QUARTER_2019, level)
        for level in (bridge_weights.SIX_DIGITS, bridge_weights.FOUR_DIGITS)
    )
    jobs = sum(jobs for code, jobs in six.items() if code.startswith("2381"))
    assert jobs == pytest.approx(four["2381"], abs=3)
    assert {code[5] for code in six if code.startswith("238")} == {"0"}


PIECES = {
    "100001": {"900001": "shops"},
    "100002": {"900001": "by mail", "900002": "by mail", "900003": "by mail"},
}


def test_a_code_that_splits_goes_where_the_whole_movers_leave_room():
    """900001 is the largest, but what moved into it whole fills it; 900003 has no jobs left."""
    before = {"100001": 1000, "100002": 60}
    after = {"900001": 1020, "900002": 60, "900003": 0}
    assert bridge_weights.split_by_both_sides(PIECES, before, after) == {
        ("100002", "900001"): 0.25,
        ("100002", "900002"): 0.75,
        ("100002", "900003"): 0,
    }


def test_what_a_new_code_lacks_is_not_less_than_nothing():
    before, after = {"100001": 1000}, {"900001": 900, "900002": 40, "900003": 60}
    shares = bridge_weights.split_by_both_sides(PIECES, before, after)
    assert shares["100002", "900001"] == 0
    assert shares["100002", "900003"] == 0.6


def test_where_no_room_is_left_anywhere_nothing_is_made_up():
    apart = {"100002": {"900001": "", "800002": ""}}
    with pytest.raises(ZeroDivisionError):
        bridge_weights.split_by_both_sides(apart, {}, {})
    together = {"100002": {"900001": "", "900002": ""}}  # one 4-digit code, however it is shared
    assert sum(bridge_weights.split_by_both_sides(together, {}, {}).values()) == 1


def test_without_figures_the_remainder_keeps_the_jobs():
    pieces = {
        "1": {"7": "except embroidery", "8": "embroidery"},
        "2": {"7": "one half", "8": "the other half"},
    }
    assert bridge_weights.split_by_words(pieces) == {
        ("1", "7"): 1,
        ("1", "8"): 0,
        ("2", "7"): 0.5,
        ("2", "8"): 0.5,
    }


def test_sizes_before_a_merger_are_equal_parts_for_want_of_better():
    pieces = {"1": {"7": ""}, "2": {"7": ""}, "3": {"8": ""}}
    assert bridge_weights.sizes_before(pieces, {}, {"7": 100, "8": 5}) == {"1": 50, "2": 50, "3": 5}
