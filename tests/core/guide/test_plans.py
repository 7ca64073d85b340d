import pytest

from core import guide
from core.guide import AMBER, GREEN


@pytest.mark.parametrize(
    ("passed", "total", "light"), [(0, 0, AMBER), (2, 3, AMBER), (3, 3, GREEN)]
)
def test_every_outcome_passes_the_four_part_test(passed, total, light):
    assert guide.four_part_test(passed, total).light == light


@pytest.mark.parametrize(
    ("has_facilitator", "talks", "light"),
    [(False, 0, AMBER), (False, 1, GREEN), (True, 0, GREEN)],
)
def test_a_team_has_a_facilitator_or_is_called(has_facilitator, talks, light):
    assert guide.coaching(has_facilitator, talks).light == light
