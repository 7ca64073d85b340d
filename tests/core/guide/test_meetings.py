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
