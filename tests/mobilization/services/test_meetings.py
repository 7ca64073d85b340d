from itertools import pairwise

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership, Organisation, Person
from core.models import Move
from mobilization.models import Attendance, Deed, Meeting, Seat
from mobilization.services import comfort, meetings, undoing, votes
from tests.factories.accounts import OrganisationFactory, PersonFactory, member
from tests.factories.process import (
    AttendanceFactory,
    BallotFactory,
    CardFactory,
    ClusterGroupFactory,
    MeetingFactory,
    RequirementFactory,
    SeatFactory,
    present,
)
from tests.races import race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

FIRST_STATES = ["planned", "check_in", "cards", "requirements", "voting", "grouping", "teams"]
FIRST_STATES += ["closed"]
LATER_STATES = ["planned", "check_in", "deciding", "closed"]
CASES = [
    (number, state, name)
    for number, states, process in [
        (1, FIRST_STATES, meetings.MEETING),
        (2, LATER_STATES, meetings.LATER_MEETING),
        (3, LATER_STATES, meetings.LATER_MEETING),
    ]
    for state in states
    for name in process.steps
]


def recorder_of(record):
    return member(record.initiative, Membership.Role.RECORDER)


@pytest.mark.parametrize(("number", "state", "name"), CASES)
def test_a_move_is_made_from_its_source_only(number, state, name):
    meeting = MeetingFactory(number=number, state=state)
    recorder = recorder_of(meeting)
    step = meetings.process_of(meeting).steps[name]

    if state in step.sources:
        meetings.move(meeting=meeting, name=name, by=recorder)
        rows = [(move.before, move.after) for move in Move.objects.all()]
        assert rows == [(state, step.target)]
    elif state == step.target:
        meetings.move(meeting=meeting, name=name, by=recorder)  # sent twice: nothing more happens
        assert not Move.objects.exists()
    else:
        with refused("move_not_open"):
            meetings.move(meeting=meeting, name=name, by=recorder)
        assert not Move.objects.exists()
        assert Meeting.objects.get().state == state


@pytest.mark.parametrize(
    ("number", "states"), [(1, FIRST_STATES), (2, LATER_STATES), (3, LATER_STATES)]
)
def test_a_meeting_goes_through_all_its_parts_and_all_the_way_back(number, states):
    meeting = MeetingFactory(number=number)
    recorder = recorder_of(meeting)
    steps = meetings.process_of(meeting).steps.values()
    for there, back in [(states, 1), (states[::-1], -1)]:
        for before, after in pairwise(there):
            names = [s.name for s in steps if before in s.sources and s.target == after]
            assert len(names) == 1, back
            meetings.move(meeting=meeting, name=names[0], by=recorder)
            assert meeting.state == after


def test_a_meeting_has_no_parts_of_another_kind():
    meeting = MeetingFactory(number=2)
    with refused("no_such_part"):
        meetings.move(meeting=meeting, name="open_voting", by=recorder_of(meeting))


@pytest.mark.parametrize(
    ("role", "may_move"),
    [("manager", True), ("lead_facilitator", True), ("recorder", True), ("administrator", False)],
)
def test_the_room_is_led_by_those_who_run_meetings(role, may_move):
    meeting = MeetingFactory()
    actor = member(meeting.initiative, role)
    if may_move:
        meetings.move(meeting=meeting, name="open_check_in", by=actor)
        assert meeting.state == Meeting.State.CHECK_IN
    else:
        with refused("move_not_yours"):
            meetings.move(meeting=meeting, name="open_check_in", by=actor)


def test_a_facilitator_of_another_initiative_does_not_lead_the_room():
    meeting = MeetingFactory()
    with refused("move_not_yours"):
        meetings.move(meeting=meeting, name="open_check_in", by=recorder_of(MeetingFactory()))


@pytest.mark.django_db(transaction=True)
def test_sixteen_who_make_one_move_leave_one_history_row():
    meeting = MeetingFactory(state="requirements")
    recorder = recorder_of(meeting)

    def open_the_vote():
        return meetings.move(
            meeting=Meeting.objects.get(pk=meeting.pk), name="open_voting", by=recorder
        ).state

    assert race(*[open_the_vote] * 16) == ["voting"] * 16
    assert Move.objects.count() == 1


@pytest.mark.parametrize("role", Seat.Role.values)
def test_participants_and_co_chairs_check_themselves_in_once(role):
    meeting = MeetingFactory(state="check_in")
    person = SeatFactory(group=meeting.group, role=role).person
    for _time in range(2):
        meetings.check_in(meeting=meeting, person=person, source="link", by=person)
    rows = Attendance.objects.values_list("meeting", "person", "source")
    assert list(rows) == [(meeting.pk, person.pk, "link")]


@pytest.mark.parametrize("state", ["planned", "closed"])
def test_nobody_is_checked_in_before_or_after_the_meeting(state):
    meeting = MeetingFactory(state=state)
    person = SeatFactory(group=meeting.group).person
    with refused("part_not_open"):
        meetings.check_in(meeting=meeting, person=person, source="link", by=person)


def test_nobody_checks_in_somebody_else():
    meeting = MeetingFactory(state="check_in")
    one, other = SeatFactory.create_batch(2, group=meeting.group)
    with pytest.raises(PermissionDenied):
        meetings.check_in(meeting=meeting, person=one.person, source="link", by=other.person)


def test_whoever_has_no_seat_is_not_checked_in():
    meeting = MeetingFactory(state="check_in")
    person = PersonFactory(initiative=meeting.initiative)
    with refused("no_seat"):
        meetings.check_in(meeting=meeting, person=person, source="desk", by=recorder_of(meeting))
    with pytest.raises(PermissionDenied):
        meetings.check_in(meeting=meeting, person=person, source="link", by=person)


def test_a_mistaken_check_in_is_taken_back():
    meeting = MeetingFactory(state="check_in")
    person = present(meeting)
    meetings.undo_check_in(meeting=meeting, person=person, by=recorder_of(meeting))
    assert not Attendance.objects.exists()


def test_whoever_took_part_stays_checked_in():
    meeting = MeetingFactory(state="cards")
    person = present(meeting)
    CardFactory(meeting=meeting, person=person)
    with refused("took_part"):
        meetings.undo_check_in(meeting=meeting, person=person, by=recorder_of(meeting))
    assert Attendance.objects.count() == 1


def test_an_empty_ballot_does_not_keep_a_check_in():
    meeting = MeetingFactory(state="voting")
    person = present(meeting)
    BallotFactory(meeting=meeting, person=person)
    meetings.undo_check_in(meeting=meeting, person=person, by=recorder_of(meeting))
    assert not Attendance.objects.exists()


def test_a_walk_in_gets_a_seat_and_is_checked_in_once():
    meeting = MeetingFactory(state="check_in")
    recorder = recorder_of(meeting)
    for name in ("Nora Late", "nora late"):
        meetings.walk_in(meeting=meeting, name=name, organisation="Example Optics", by=recorder)
    person = Person.objects.get()
    assert (person.name, person.organisation.name) == ("Nora Late", "Example Optics")
    assert list(Seat.objects.values_list("person", "role")) == [(person.pk, "invitee")]
    assert list(Attendance.objects.values_list("person", "source")) == [(person.pk, "desk")]


def test_a_walk_in_of_a_known_firm_and_a_namesake_elsewhere():
    meeting = MeetingFactory(state="check_in")
    firm = OrganisationFactory(initiative=meeting.initiative, name="Example Optics")
    PersonFactory(initiative=meeting.initiative, name="Nora Late", organisation=None)
    attendance = meetings.walk_in(
        meeting=meeting, name="Nora Late", organisation="example optics", by=recorder_of(meeting)
    )
    assert attendance.person.organisation == firm
    assert Organisation.objects.count() == 1
    assert Person.objects.count() == 2


def test_a_substitute_is_noted_with_whom_they_come_for_and_undone_with_it():
    meeting = MeetingFactory(state="voting")
    recorder = recorder_of(meeting)
    boss = SeatFactory(group=meeting.group).person
    values = {"meeting": meeting, "name": "Nora Late", "by": recorder}
    with refused("no_seat"):
        meetings.walk_in(in_place_of=PersonFactory(initiative=meeting.initiative), **values)
    nora = meetings.walk_in(**values).person
    with refused("own_substitute"):
        meetings.walk_in(in_place_of=nora, **values)
    for _time in range(2):
        meetings.walk_in(in_place_of=boss, **values)
    assert meeting.attendances.get(person=nora).in_place_of == boss
    requirement = RequirementFactory(meeting=meeting)
    votes.cast(meeting=meeting, person=nora, requirement=requirement, source="phone", by=nora)
    assert not Attendance.objects.filter(person=boss).exists()

    undoing.undo(deed=Deed.objects.last(), by=recorder)
    assert meeting.attendances.get(person=nora).in_place_of is None
    with refused("took_part"):
        undoing.undo(deed=Deed.objects.first(), by=recorder)


def substitution():
    """(a recorder, who stands in, for whom, Meeting 1 and 2 with the substitute checked in)"""
    first = MeetingFactory(state="closed")
    second = MeetingFactory(group=first.group, number=2, state="check_in")
    boss, deputy = (SeatFactory(group=first.group).person for _number in range(2))
    AttendanceFactory(meeting=first, person=deputy, in_place_of=boss)
    AttendanceFactory(meeting=second, person=deputy)
    return recorder_of(first), deputy, boss, first, second


def places(person):
    rows = Attendance.objects.filter(person=person).order_by("meeting__number")
    return list(rows.values_list("in_place_of", flat=True))


def test_a_substitution_is_of_one_meeting_and_is_set_and_cleared_there():
    recorder, deputy, boss, _first, second = substitution()
    other = SeatFactory(group=second.group).person
    values = {"meeting": second, "person": deputy, "by": recorder}
    assert places(deputy) == [boss.pk, None]

    meetings.stand_in(in_place_of=other, **values)
    assert places(deputy) == [boss.pk, other.pk]

    meetings.stand_in(in_place_of=None, **values)
    assert places(deputy) == [boss.pk, None]
    kinds = list(second.deeds.values_list("kind", flat=True))
    assert kinds == ["stands_in", "stands_in_no_more"]

    meetings.stand_in(in_place_of=None, **values)
    assert second.deeds.count() == 2
    undoing.undo(deed=second.deeds.get(kind="stands_in_no_more"), by=recorder)
    assert places(deputy) == [boss.pk, other.pk]


def test_a_substitution_of_a_closed_meeting_stays_as_it_was():
    recorder, deputy, _boss, first, _second = substitution()
    with refused("part_not_open"):
        meetings.stand_in(meeting=first, person=deputy, in_place_of=None, by=recorder)


def test_only_who_is_checked_in_comes_in_a_place_and_not_in_the_own():
    recorder, deputy, boss, _first, second = substitution()
    values = {"meeting": second, "by": recorder}
    with refused("not_checked_in"):
        meetings.stand_in(person=boss, in_place_of=deputy, **values)
    with refused("own_substitute"):
        meetings.stand_in(person=deputy, in_place_of=deputy, **values)
    with refused("no_seat"):
        meetings.stand_in(person=deputy, in_place_of=SeatFactory().person, **values)
    assert not Deed.objects.exists()


def test_a_check_in_taken_back_by_mistake_returns_with_its_substitution():
    recorder, deputy, boss, _first, second = substitution()
    meetings.stand_in(meeting=second, person=deputy, in_place_of=boss, by=recorder)
    meetings.undo_check_in(meeting=second, person=deputy, by=recorder)
    undoing.undo(deed=Deed.objects.last(), by=recorder)
    assert places(deputy) == [boss.pk, boss.pk]


def test_who_said_how_comfortable_they_are_stays_checked_in():
    meeting = MeetingFactory(state="grouping")
    person, recorder = present(meeting), recorder_of(meeting)
    comfort.ask(meeting=meeting, method="fist", by=recorder)
    comfort.answer(meeting=meeting, person=person, level=4, by=person)
    with refused("took_part"):
        meetings.undo_check_in(meeting=meeting, person=person, by=recorder)


@pytest.mark.django_db(transaction=True)
def test_a_walk_in_sent_eight_times_at_once_is_one_person():
    meeting = MeetingFactory(state="check_in")
    recorder = recorder_of(meeting)

    def send():
        return meetings.walk_in(
            meeting=meeting, name="Nora Late", organisation="Example Optics", by=recorder
        ).person_id

    assert len(set(race(*[send] * 8))) == 1
    assert (Person.objects.count(), Organisation.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_who_walks_into_two_meetings_at_once_is_one_person():
    first = MeetingFactory(state="check_in")
    other = ClusterGroupFactory(cluster__initiative=first.initiative)
    second = MeetingFactory(group=other, state="check_in")
    recorder = recorder_of(first)

    def into(meeting):
        return lambda: (
            meetings.walk_in(
                meeting=meeting, name="Nora Late", organisation="Example Optics", by=recorder
            ).person_id
        )

    assert len(set(race(*[into(first), into(second)] * 4))) == 1
    assert (Person.objects.count(), Organisation.objects.count()) == (1, 1)
