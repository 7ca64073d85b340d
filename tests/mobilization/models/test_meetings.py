import pytest

from mobilization.models import Attendance
from tests.factories.process import MeetingFactory, SeatFactory
from tests.mobilization.models.test_cards import refusal_of

pytestmark = pytest.mark.django_db


def test_nobody_comes_in_their_own_place():
    meeting = MeetingFactory()
    one, other = (SeatFactory(group=meeting.group).person for _number in range(2))
    came = Attendance(meeting=meeting, person=one, source="desk", in_place_of=one)
    assert refusal_of(came) == ["Nobody comes in the own place."]
    came.in_place_of = other
    assert came.save() is None
