from datetime import timedelta

import pytest
import time_machine

from mobilization.models import Agenda, AgendaItem
from mobilization.presenters import schedule
from tests.factories.process import MEETING_AT, MeetingFactory

pytestmark = pytest.mark.django_db


def at(minutes):
    """That many minutes after the start."""
    return time_machine.travel(MEETING_AT + timedelta(minutes=minutes), tick=False)


def told(meeting):
    """(item, its end in minutes after the start, minutes late)"""
    found = schedule.page(meeting)["due"]
    return found.title, (found.ends_at - MEETING_AT).seconds // 60, found.late


@pytest.mark.parametrize(
    ("state", "now", "expected"),
    [
        ("check_in", 5, ("Welcome and introductions", 15, 0)),
        ("check_in", 20, ("Overview of the project", 30, 0)),
        ("check_in", 42, ("Overview of the project", 30, 12)),
        ("cards", 31, ("Vision and requirements", 75, 0)),
        ("requirements", 87, ("Vision and requirements", 75, 12)),
        ("voting", 60, ("Vote, then a short break", 90, 0)),
        ("grouping", 100, ("Discussion of the priority areas", 105, 0)),
        ("teams", 125, ("Volunteers for the action teams", 120, 5)),
    ],
)
def test_each_part_has_its_item_of_the_guides_agenda_and_says_how_late_it_is(state, now, expected):
    with at(now):
        assert told(MeetingFactory(state=state)) == expected


def test_later_meetings_have_theirs():
    with at(30):
        meeting = MeetingFactory(number=2, state="deciding")
        assert told(meeting) == ("The teams present, and the group discusses", 110, 0)


@pytest.mark.parametrize("days", [-1, 1])
def test_a_rehearsal_on_another_day_is_neither_early_nor_late(days):
    with at(days * 24 * 60 + 87):
        meeting = MeetingFactory(state="requirements")
        assert schedule.page(meeting)["due"].late is None


@pytest.mark.parametrize(
    ("state", "minutes"),
    [
        ("planned", None),
        ("check_in", 15),
        ("cards", 5),
        ("requirements", 40),
        ("voting", 5),
        ("grouping", 15),
        ("teams", 15),
        ("closed", None),
    ],
)
def test_the_timer_proposes_the_minutes_of_the_agenda(state, minutes):
    with at(0):
        assert schedule.page(MeetingFactory(state=state))["minutes"] == minutes


def test_an_edited_agenda_changes_item_end_and_timer():
    meeting = MeetingFactory(state="grouping")
    agenda = Agenda.objects.create(meeting=meeting)
    rows = [
        ("Hello", 10, "check_in"),
        ("Cards", 3, "cards"),
        ("What belongs together", 25, "teams"),
    ]
    for position, (title, minutes, state) in enumerate(rows, start=1):
        AgendaItem.objects.create(
            agenda=agenda, position=position, title=title, minutes=minutes, state=state
        )
    with at(20):
        assert told(meeting) == ("What belongs together", 38, 0)  # the part that comes next
        assert schedule.page(meeting)["minutes"] == 25
        meeting.state = "cards"
        assert schedule.page(meeting)["minutes"] == 3


def test_an_agenda_without_parts_of_the_room_leaves_the_guides_minutes():
    meeting = MeetingFactory(state="grouping")
    agenda = Agenda.objects.create(meeting=meeting)
    AgendaItem.objects.create(agenda=agenda, position=1, title="Talk", minutes=25)
    assert schedule.page(meeting) == {"due": None, "minutes": 15}
