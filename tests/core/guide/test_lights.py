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


def test_the_place_in_the_guide_is_named():
    assert guide.invitees(30).place == "Part II, Step 3"


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
