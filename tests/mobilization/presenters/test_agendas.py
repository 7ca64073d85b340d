from datetime import UTC, datetime

import pytest
from django.utils import timezone

from mobilization.presenters import agendas
from mobilization.presenters.agenda_templates import TEMPLATES, Line, with_team_work
from tests.factories.process import MeetingFactory

EIGHT = datetime(2027, 3, 4, 13, 0, tzinfo=UTC)  # 8:00 in New York


def clock(rows):
    with timezone.override("America/New_York"):
        return [timezone.localtime(row.at).strftime("%H:%M") for row in rows]


@pytest.mark.parametrize(
    ("number", "times"),
    [
        # The Guide's sample agendas, to the minute.
        (1, ["07:30", "08:00", "08:15", "08:30", "09:15", "09:30", "09:45", "10:00"]),
        (2, ["07:30", "08:00", "08:15", "08:30", "09:50"]),
        (3, ["07:30", "08:00", "08:15", "08:30", "09:50"]),
    ],
)
def test_the_guides_agendas_keep_the_guides_times(number, times):
    lines = TEMPLATES[number]

    assert clock(agendas.timed(lines, EIGHT)) == times
    assert agendas.length(lines) == 120


@pytest.mark.parametrize("number", [1, 2, 3])
def test_time_for_the_teams_lengthens_every_meeting(number):
    assert agendas.length(with_team_work(TEMPLATES[number], number)) == 165


def test_time_for_the_teams_finds_its_place_in_any_agenda():
    assert with_team_work([Line("Talk", 5)], 2)[0].title == "Talk"
    assert with_team_work([Line("Talk", 5)], 1)[-1].title == "Talk"


def test_what_comes_before_ends_at_the_start_wherever_it_was_written():
    lines = [Line("Talk", 20), Line("Setup", 15, kind="before"), Line("Check", 10, kind="before")]

    rows = agendas.timed(lines, EIGHT)

    assert [row.line.title for row in rows] == ["Setup", "Check", "Talk"]
    assert clock(rows) == ["07:35", "07:50", "08:00"]


def test_an_agenda_over_the_change_of_the_clock_counts_real_minutes():
    starts_at = datetime(2027, 3, 14, 6, 30, tzinfo=UTC)  # 1:30; at 2:00 it is 3:00

    assert clock(agendas.timed([Line("A", 60), Line("B", 30)], starts_at)) == ["01:30", "03:30"]


@pytest.mark.django_db
def test_a_meeting_without_an_agenda_of_its_own_follows_the_guide():
    found = agendas.agenda(MeetingFactory(number=3))

    assert found["agenda_length"].light == "green"
    assert [heading for heading, _rows in found["agenda"]] == [
        "Before the start",
        "Part 1: Overview",
        "Part 2: The plans",
        "Part 3: Next steps",
    ]


@pytest.mark.django_db
def test_what_everybody_gets_leaves_the_pre_meeting_out():
    found = agendas.agenda(MeetingFactory(number=2))

    titles = [str(row.line.title) for row in found["handout"]]
    of_run_sheet = [str(row.line.title) for _heading, rows in found["agenda"] for row in rows]
    assert of_run_sheet == ["Pre-meeting of co-chairs and facilitators", *titles]
    assert clock(found["handout"])[0] == "08:00"
