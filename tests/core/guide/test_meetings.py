from datetime import date

import pytest

from core import guide
from core.guide import AMBER, GREEN


@pytest.mark.parametrize(
    ("day", "a_month_later"),
    [
        (date(2027, 1, 15), date(2027, 2, 15)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2027, 12, 31), date(2028, 1, 31)),
    ],
)
def test_a_letter_and_a_meeting_stand_a_calendar_month_apart(day, a_month_later):
    day_before = a_month_later.replace(day=a_month_later.day - 1)

    assert guide.invited_in_time(day, a_month_later).light == GREEN
    assert guide.invited_in_time(day, day_before).light == AMBER
    assert guide.meetings_a_month_apart(day, a_month_later).light == GREEN
    assert guide.meetings_a_month_apart(day, day_before).light == AMBER


@pytest.mark.parametrize(
    ("confirmed", "teams", "light"), [(0, 0, "amber"), (1, 2, "amber"), (2, 2, "green")]
)
def test_every_team_has_a_presenter_who_confirmed(confirmed, teams, light):
    assert guide.presenters_confirmed(confirmed, teams).light == light


@pytest.mark.parametrize(("minutes", "light"), [(119, "amber"), (120, "green"), (165, "green")])
def test_a_meeting_lasts_two_hours(minutes, light):
    assert guide.meeting_length(minutes).light == light


@pytest.mark.parametrize(
    ("rule", "light"),
    [
        (guide.presentation_is_over(True, 2), AMBER),
        (guide.presentation_is_over(False, 2), GREEN),
        (guide.teams_are_heard(1, 2, 2), AMBER),
        (guide.teams_are_heard(2, 2, 2), GREEN),
        (guide.plans_are_decided(1, 2), AMBER),
        (guide.plans_are_decided(0, 2), GREEN),
        (guide.teams_have_plans(1, 2), AMBER),
        (guide.teams_have_plans(0, 2), GREEN),
    ],
)
def test_nothing_is_left_open_where_teams_present(rule, light):
    assert rule.light == light


@pytest.mark.parametrize(("number", "place"), [(2, "Part II, Step 5"), (3, "Part II, Step 6")])
def test_meetings_2_and_3_have_a_place_of_their_own(number, place):
    assert guide.teams_are_heard(0, 1, number).place == place
