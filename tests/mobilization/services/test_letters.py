from datetime import UTC, date, datetime

import pytest
import time_machine

from core.problems import Problem
from mobilization.models import Letter, Meeting
from mobilization.services import letters
from tests.factories.accounts import member
from tests.factories.process import ClusterGroupFactory, MeetingFactory
from tests.refusals import refused

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 1, 20, 15, 0, tzinfo=UTC)
LETTER = {
    "subject": "Three meetings for our cluster",
    "body": "We would like you to join us.",
    "meeting_at": datetime(2027, 3, 4, 13, 0, tzinfo=UTC),
    "place": "Public library, room 2",
    "reply_by": date(2027, 2, 18),
}


@pytest.fixture
def group():
    return ClusterGroupFactory()


def write(group, **changes):
    with time_machine.travel(NOW, tick=False):
        return letters.write(
            group=group, by=member(group.initiative, "administrator"), **LETTER | changes
        )


def test_a_letter_is_written_and_written_anew(group):
    write(group)
    write(group, place="Town hall")

    assert Letter.objects.count() == 1
    meeting = Meeting.objects.get()
    assert (meeting.number, meeting.starts_at, meeting.place) == (
        1,
        LETTER["meeting_at"],
        "Town hall",
    )


def test_a_letter_that_calls_to_a_meeting_that_is_over_is_refused(group):
    MeetingFactory(group=group, state="closed")
    with refused("part_not_open"):
        write(group)
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"meeting_at": NOW}, "meeting_in_the_past"),
        ({"reply_by": date(2027, 3, 5)}, "reply_after_meeting"),
    ],
)
def test_a_letter_with_a_wrong_date_is_not_stored(changes, code, group):
    with refused(code):
        write(group, **changes)

    assert not Letter.objects.exists()
    assert not Meeting.objects.exists()


def test_the_reply_by_date_is_compared_in_the_initiatives_zone(group):
    late_evening = datetime(2027, 3, 5, 1, 0, tzinfo=UTC)  # 4 March, 20:00 in New York

    with pytest.raises(Problem):
        write(group, meeting_at=late_evening, reply_by=date(2027, 3, 5))
    write(group, meeting_at=late_evening, reply_by=date(2027, 3, 4))
