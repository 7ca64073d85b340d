"""The Guide's rules at their edges."""

from datetime import date

import pytest

from core import guide
from core.guide import AMBER, GREEN, RED


@pytest.mark.parametrize(
    ("rule", "lights"),
    [
        (guide.leadership_group, {0: AMBER, 19: AMBER, 20: GREEN, 25: GREEN, 26: RED}),
        (guide.co_chairs, {1: AMBER, 2: GREEN, 3: GREEN, 4: RED}),
        (guide.invitees, {29: AMBER, 30: GREEN, 50: GREEN, 51: RED}),
        (guide.participants, {14: AMBER, 15: GREEN, 20: GREEN, 21: RED}),
        (guide.priority_areas, {0: AMBER, 1: GREEN, 3: GREEN, 4: RED}),
        (guide.outcomes, {0: AMBER, 1: GREEN, 3: GREEN, 4: RED}),
        (guide.briefing_pages, {9: AMBER, 10: GREEN, 15: GREEN, 16: RED}),
        (guide.clear_commitments, {0: RED, 1: GREEN}),
    ],
)
def test_a_count_is_green_inside_the_guides_range(rule, lights):
    assert {count: rule(count).light for count in lights} == lights


def test_a_region_matches_activity_and_commuting():
    lights = [guide.region(*reasons).light for reasons in ((1, 1), (1, 0), (0, 1), (0, 0))]
    assert lights == [GREEN, AMBER, AMBER, AMBER]


@pytest.mark.parametrize(
    ("handed_in", "team", "light"), [(0, 0, AMBER), (2, 3, AMBER), (3, 3, GREEN), (4, 3, GREEN)]
)
def test_everybody_looks_at_the_table_before_the_team_discusses_it(handed_in, team, light):
    assert guide.observations(handed_in, team).light == light


@pytest.mark.parametrize("count", [1, 2])
def test_the_sentence_carries_the_count_in_good_grammar(count):
    sentence = guide.co_chairs(count).sentence

    assert sentence.startswith(f"The group has {count} co-chair{'s' if count > 1 else ''};")


def test_the_place_in_the_guide_is_named():
    assert guide.invitees(30).place == "Part II, Step 3"


@pytest.mark.parametrize(
    ("members", "team", "light"), [(0, 1, AMBER), (1, 0, AMBER), (1, 1, GREEN)]
)
def test_leadership_and_team_come_before_the_groups(members, team, light):
    assert guide.leadership_before_groups(members, team).light == light


@pytest.mark.parametrize(
    ("passed", "total", "light"), [(0, 0, AMBER), (2, 3, AMBER), (3, 3, GREEN)]
)
def test_every_outcome_passes_the_four_part_test(passed, total, light):
    assert guide.four_part_test(passed, total).light == light


@pytest.mark.parametrize(
    ("day", "a_month_later"),
    [
        (date(2027, 1, 15), date(2027, 2, 15)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2027, 12, 31), date(2028, 1, 31)),
    ],
)
def test_a_calendar_month(day, a_month_later):
    day_before = a_month_later.replace(day=a_month_later.day - 1)

    assert guide.add_month(day) == a_month_later
    assert guide.invited_in_time(day, a_month_later).light == GREEN
    assert guide.invited_in_time(day, day_before).light == AMBER
    assert guide.meetings_a_month_apart(day, a_month_later).light == GREEN
    assert guide.meetings_a_month_apart(day, day_before).light == AMBER


@pytest.mark.parametrize(
    ("advice", "mark", "word"),
    [
        (guide.invitees(30), "✓", "Met"),
        (guide.invitees(29), "!", "Not yet"),
        (guide.invitees(51), "×", "Not met"),
    ],
)
def test_a_light_is_never_told_by_colour_alone(advice, mark, word):
    assert (advice.mark, advice.word) == (mark, word)


@pytest.mark.parametrize(
    ("confirmed", "teams", "light"), [(0, 0, "amber"), (1, 2, "amber"), (2, 2, "green")]
)
def test_every_team_has_a_presenter_who_confirmed(confirmed, teams, light):
    assert guide.presenters_confirmed(confirmed, teams).light == light


@pytest.mark.parametrize(("minutes", "light"), [(119, "amber"), (120, "green"), (165, "green")])
def test_a_meeting_lasts_two_hours(minutes, light):
    assert guide.meeting_length(minutes).light == light


@pytest.mark.parametrize(
    ("start", "end", "light"),
    [(2016, 2023, AMBER), (2010, 2020, GREEN), (2000, 2015, GREEN), (1990, 2006, AMBER)],
)
def test_growth_is_judged_over_ten_to_fifteen_years(start, end, light):
    advice = guide.years_compared(start, end)
    assert advice.light == light
    assert str(end - start) in advice.sentence


def test_a_recession_at_an_end_of_the_span_is_named():
    assert guide.end_points(2016, 2023).light == GREEN
    advice = guide.end_points(2009, 2020)
    assert advice.light == AMBER
    assert advice.sentence.startswith("2009, 2020 was")


@pytest.mark.parametrize(
    ("has_facilitator", "talks", "light"),
    [(False, 0, AMBER), (False, 1, GREEN), (True, 0, GREEN)],
)
def test_a_team_has_a_facilitator_or_is_called(has_facilitator, talks, light):
    assert guide.coaching(has_facilitator, talks).light == light
