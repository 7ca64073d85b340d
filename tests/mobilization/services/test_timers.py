from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from mobilization.models import Deed, Meeting
from mobilization.services import meetings, timers, undoing
from tests.factories.accounts import member
from tests.factories.process import MeetingFactory, present
from tests.races import race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 3, 4, 13, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def meeting():
    return MeetingFactory(state="voting")


@pytest.fixture
def lead(meeting):
    return member(meeting.initiative, "lead_facilitator")


def ends(meeting):
    return Meeting.objects.get(pk=meeting.pk).timer_ends_at


def test_a_timer_is_started_once_and_lengthened_from_its_end(meeting, lead):
    with time_machine.travel(NOW, tick=False):
        timers.start(meeting=meeting, minutes=5, by=lead)
        timers.start(meeting=meeting, minutes=9, by=lead)  # pressed by the other one too
        assert ends(meeting) == NOW + 5 * MINUTE
        timers.change(meeting=meeting, minutes=1, by=lead)
        assert ends(meeting) == NOW + 6 * MINUTE
        timers.change(meeting=meeting, minutes=-1, by=lead)
        assert ends(meeting) == NOW + 5 * MINUTE


def test_what_has_run_over_is_no_time_left(meeting, lead):
    Meeting.objects.update(timer_ends_at=NOW - 3 * MINUTE)
    with time_machine.travel(NOW, tick=False):
        timers.change(meeting=meeting, minutes=2, by=lead)
    assert ends(meeting) == NOW + 2 * MINUTE


def test_a_timer_that_is_not_there_is_not_lengthened(meeting, lead):
    timers.change(meeting=meeting, minutes=1, by=lead)
    assert ends(meeting) is None


def test_a_timer_ends_when_it_is_stopped_and_with_its_part(meeting, lead):
    timers.start(meeting=meeting, minutes=5, by=lead)
    timers.stop(meeting=meeting, by=lead)
    assert ends(meeting) is None
    timers.start(meeting=meeting, minutes=5, by=lead)
    meetings.move(meeting=meeting, name="open_grouping", by=lead)
    assert ends(meeting) is None


@pytest.mark.parametrize("state", ["planned", "closed"])
def test_there_is_no_timer_outside_the_room(meeting, lead, state):
    Meeting.objects.update(state=state)
    with refused("part_not_open"):
        timers.start(meeting=meeting, minutes=5, by=lead)


def test_every_change_is_seen_and_a_participant_makes_none(meeting, lead):
    timers.start(meeting=meeting, minutes=5, by=lead)
    assert Meeting.objects.get().version == meeting.version + 1
    with pytest.raises(PermissionDenied):
        timers.stop(meeting=meeting, by=present(meeting))


@pytest.mark.django_db(transaction=True)
def test_eight_who_lengthen_at_once_lengthen_eight_times():
    meeting = MeetingFactory(state="voting", timer_ends_at=NOW + timedelta(days=3650))
    lead = member(meeting.initiative, "lead_facilitator")
    race(*[lambda: timers.change(meeting=meeting, minutes=1, by=lead)] * 8)
    assert ends(meeting) == NOW + timedelta(days=3650) + 8 * MINUTE


def test_each_change_of_the_timer_is_a_step_that_is_undone(meeting, lead):
    with time_machine.travel(NOW, tick=False):
        timers.start(meeting=meeting, minutes=5, by=lead)
        timers.start(meeting=meeting, minutes=9, by=lead)  # which changes nothing
        timers.change(meeting=meeting, minutes=1, by=lead)
        timers.stop(meeting=meeting, by=lead)
    started, changed, stopped = Deed.objects.order_by("pk")
    with refused("step_has_grown"):
        undoing.undo(deed=changed, by=lead)
    for deed, minutes in ((stopped, 6), (changed, 5), (started, None)):
        undoing.undo(deed=deed, by=lead)
        assert ends(meeting) == (minutes and NOW + minutes * MINUTE)
