import pytest
from django.core.exceptions import PermissionDenied

from mobilization.models import Attendance, Deed, Excuse
from mobilization.services import excuses, meetings, undoing
from tests.factories.accounts import PersonFactory, member
from tests.factories.process import MeetingFactory, SeatFactory, present
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="check_in")


@pytest.fixture
def recorder(meeting):
    return member(meeting.initiative, "recorder")


@pytest.fixture
def person(meeting):
    return SeatFactory(group=meeting.group).person


def test_who_sent_word_is_excused_once_and_expected_again(meeting, person, recorder):
    for _time in range(2):
        excuses.excuse(meeting=meeting, person=person, by=recorder)
    assert list(Excuse.objects.values_list("person", flat=True)) == [person.pk]
    excuses.expect(meeting=meeting, person=person, by=recorder)
    assert not Excuse.objects.exists()
    assert [deed.kind for deed in Deed.objects.all()] == ["excused", "expected"]
    for deed in Deed.objects.filter(undoes=None).order_by("-pk"):
        undoing.undo(deed=deed, by=recorder)
    assert not Excuse.objects.exists()


def test_who_comes_all_the_same_is_excused_no_more_and_again_when_that_is_undone(
    meeting, person, recorder
):
    excuses.excuse(meeting=meeting, person=person, by=recorder)
    meetings.check_in(meeting=meeting, person=person, source="desk", by=recorder)
    assert (Excuse.objects.count(), Attendance.objects.count()) == (0, 1)
    undoing.undo(deed=Deed.objects.last(), by=recorder)
    assert (Excuse.objects.count(), Attendance.objects.count()) == (1, 0)


def test_nobody_who_is_here_and_no_stranger_is_excused(meeting, recorder):
    with refused("is_here"):
        excuses.excuse(meeting=meeting, person=present(meeting), by=recorder)
    with refused("no_seat"):
        stranger = PersonFactory(initiative=meeting.initiative)
        excuses.excuse(meeting=meeting, person=stranger, by=recorder)
    assert not Excuse.objects.exists()


@pytest.mark.parametrize(("state", "is_open"), [("planned", True), ("closed", False)])
def test_word_is_taken_from_planning_to_closing(person, meeting, recorder, state, is_open):
    type(meeting).objects.update(state=state)
    if is_open:
        excuses.excuse(meeting=meeting, person=person, by=recorder)
    else:
        with refused("part_not_open"):
            excuses.excuse(meeting=meeting, person=person, by=recorder)
    assert Excuse.objects.exists() is is_open


def test_a_participant_excuses_nobody_else(meeting, person):
    with pytest.raises(PermissionDenied):
        excuses.excuse(meeting=meeting, person=person, by=present(meeting))


@pytest.mark.django_db(transaction=True)
def test_whoever_is_excused_and_checked_in_at_one_moment_is_not_both():
    meeting = MeetingFactory(state="check_in")
    by = member(meeting.initiative, "recorder")
    people = [SeatFactory(group=meeting.group).person for _number in range(4)]

    def excuse(person):
        return lambda: excuses.excuse(meeting=meeting, person=person, by=by)

    def check_in(person):
        return lambda: meetings.check_in(meeting=meeting, person=person, source="desk", by=by)

    results = race(*map(excuse, people), *map(check_in, people))

    assert set(problems(results)) <= {"is_here"}
    assert (Attendance.objects.count(), Excuse.objects.count()) == (4, 0)
