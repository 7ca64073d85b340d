import pytest

from core import guide
from core.guide import AMBER, GREEN


@pytest.mark.parametrize("count", [1, 2])
def test_the_sentence_carries_the_count_in_good_grammar(count):
    sentence = guide.co_chairs(count).sentence

    assert sentence.startswith(f"The group has {count} co-chair{'s' if count > 1 else ''};")


@pytest.mark.parametrize(
    ("members", "team", "light"), [(0, 1, AMBER), (1, 0, AMBER), (1, 1, GREEN)]
)
def test_leadership_and_team_come_before_the_groups(members, team, light):
    assert guide.leadership_before_groups(members, team).light == light
