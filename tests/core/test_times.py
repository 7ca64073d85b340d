from datetime import UTC, date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import timezone
from django.utils.formats import date_format

from core.times import add_month, appointment, moment

WHEN = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


def test_an_appointment_is_told_in_the_zone_of_the_place():
    with timezone.override(ZoneInfo("America/New_York")):
        assert appointment(WHEN) == "Friday, November 20, 2026, 9:00 AM EST"
        page = Template("{{ when|appointment }}").render(Context({"when": WHEN}))
    assert page == "Friday, November 20, 2026, 9:00 AM EST"


def test_every_page_writes_dates_in_one_way():
    assert date_format(WHEN, "DATE_FORMAT") == "November 20, 2026"
    assert date_format(WHEN, "SHORT_DATETIME_FORMAT") == "Nov 20, 2026, 2:00 PM"


def test_a_moment_names_the_zone_of_the_initiative():
    initiative = SimpleNamespace(zone=ZoneInfo("America/Denver"), time_zone="America/Denver")
    assert moment(WHEN, initiative) == ("Friday, November 20, 2026, 7:00 AM MST (America/Denver)")


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
    assert add_month(day) == a_month_later
