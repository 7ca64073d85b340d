import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.models import Membership, Pass, Person
from core.problems import Problem
from mobilization.models import Attendance, Guest, Meeting
from mobilization.services import cards, guests, undoing, votes
from tests.factories.accounts import PersonFactory, member
from tests.factories.process import (
    AttendanceFactory,
    GuestFactory,
    MeetingFactory,
    RequirementFactory,
    SeatFactory,
    present,
)
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="check_in", code="ACDEFG")


@pytest.fixture
def recorder(meeting):
    return member(meeting.initiative, Membership.Role.RECORDER)


@pytest.fixture
def guest(meeting):
    return GuestFactory(meeting=meeting)


def test_whoever_knocks_waits_and_is_nobody_yet(meeting):
    guest = guests.knock(meeting=meeting, name="Nora Late", organisation="Example Optics")
    assert (guest.state, guest.person, guest.entry) == ("waiting", None, None)
    assert not Person.objects.exists()
    assert Meeting.objects.get().entries == meeting.entries + 1


@pytest.mark.parametrize("state", ["planned", "closed"])
def test_nobody_knocks_before_or_after_the_meeting(meeting, state):
    Meeting.objects.update(state=state, code=None)
    with refused("part_not_open"):
        guests.knock(meeting=meeting, name="Nora Late")


def test_the_door_is_not_stormed(meeting, monkeypatch):
    monkeypatch.setattr(guests, "AT_THE_DOOR", 2)
    GuestFactory.create_batch(2, meeting=meeting)
    with refused("door_is_crowded"):
        guests.knock(meeting=meeting, name="Nora Late")


def test_a_guest_is_let_in_as_somebody_on_the_list(meeting, guest, recorder):
    person = SeatFactory(group=meeting.group).person
    guests.let_in(guest=guest, person=person, by=recorder)
    assert list(Attendance.objects.values_list("person", "source")) == [(person.pk, "code")]
    entry = Pass.objects.get()
    assert (guest.person, guest.entry) == (person, entry)
    assert (entry.person, entry.place) == (person, f"meetings/{meeting.pk}/")


def test_a_guest_is_let_in_as_somebody_new(meeting, guest, recorder):
    guests.let_in(guest=guest, by=recorder)
    assert guest.person.name == "Nora Late"
    assert meeting.group.seats.get().person == guest.person


def test_a_substitute_comes_in_the_place_of_whom_the_recorder_knows(meeting, recorder):
    member = SeatFactory(group=meeting.group).person
    guest = guests.knock(meeting=meeting, name="Nora Late", stands_in_for="the boss")
    guests.let_in(guest=guest, in_place_of=member, by=recorder)
    came = meeting.attendances.get(person=guest.person)
    assert (guest.stands_in_for, came.in_place_of) == ("the boss", member)


def test_a_substitute_on_the_list_is_noted_too_and_that_is_undone(meeting, guest, recorder):
    member, deputy = (SeatFactory(group=meeting.group).person for _number in range(2))
    guests.let_in(guest=guest, person=deputy, in_place_of=member, by=recorder)
    assert meeting.attendances.get(person=deputy).in_place_of == member

    undoing.undo(deed=meeting.deeds.get(kind="stands_in"), by=recorder)
    assert meeting.attendances.get(person=deputy).in_place_of is None


def test_nobody_stands_in_for_themselves_or_for_a_stranger(meeting, guest, recorder):
    deputy, stranger = SeatFactory(group=meeting.group).person, PersonFactory()
    with refused("own_substitute"):
        guests.let_in(guest=guest, person=deputy, in_place_of=deputy, by=recorder)
    for person in (deputy, None):
        with refused("no_seat"):
            guests.let_in(guest=guest, person=person, in_place_of=stranger, by=recorder)
    assert not Attendance.objects.exists()
    assert Guest.objects.get().state == "waiting"


def test_whoever_was_checked_in_at_the_desk_gets_a_phone_once(meeting, guest, recorder):
    person = present(meeting)
    guests.let_in(guest=guest, person=person, by=recorder)
    with refused("has_a_phone"):
        guests.let_in(guest=GuestFactory(meeting=meeting), person=person, by=recorder)
    assert Pass.objects.count() == 1


def came_by_link(meeting):
    person = SeatFactory(group=meeting.group).person
    return AttendanceFactory(meeting=meeting, person=person, source="link").person


def wrote_a_card(meeting, **way):
    person = present(meeting)
    Meeting.objects.update(state="cards")
    words = {"vision": "Lenses for the world", "first": "Technicians"}
    cards.write(meeting=meeting, person=person, **words, source="phone", by=person, **way)
    return person


def placed_a_dot(meeting):
    person, requirement = present(meeting), RequirementFactory(meeting=meeting)
    Meeting.objects.update(state="voting")
    votes.cast(meeting=meeting, person=person, requirement=requirement, source="phone", by=person)
    return person


def took_a_dot_back(meeting):
    person, requirement = present(meeting), RequirementFactory(meeting=meeting)
    Meeting.objects.update(state="voting")
    votes.take_back(meeting=meeting, person=person, requirement=requirement, by=person)
    return person


def wrote_after_a_phone_was_taken_back(meeting):
    """The phone at the door wrote a card as the person, who then changes it by their own link."""
    person = wrote_a_card(meeting, by_pass=True)
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    first = GuestFactory(meeting=meeting)
    guests.let_in(guest=first, person=person, by=recorder)
    guests.call_back(guest=first, by=recorder)
    words = {"vision": "Mirrors for the world", "first": "Technicians"}
    cards.write(meeting=meeting, person=person, **words, source="phone", by=person)
    return person


@pytest.mark.parametrize(
    "who",
    [came_by_link, wrote_a_card, placed_a_dot, took_a_dot_back, wrote_after_a_phone_was_taken_back],
)
def test_nobody_takes_over_the_ballot_of_whoever_has_a_phone(meeting, guest, recorder, who):
    with refused("has_a_phone"):
        guests.let_in(guest=guest, person=who(meeting), by=recorder)
    guest.refresh_from_db()
    assert (guest.state, Pass.objects.filter(revoked_at=None).count()) == ("waiting", 0)


def test_a_new_guest_with_the_name_of_somebody_with_a_phone_is_not_that_person(
    meeting, guest, recorder
):
    person = came_by_link(meeting)
    Person.objects.filter(pk=person.pk).update(name="nora late", organisation=None)
    with refused("has_a_phone"):
        guests.let_in(guest=guest, by=recorder)


def test_a_phone_is_taken_back_and_another_one_let_in(meeting, guest, recorder):
    person = present(meeting)
    guests.let_in(guest=guest, person=person, by=recorder)
    guests.call_back(guest=guest, by=recorder)
    assert (guest.state, Pass.objects.get().standing) == ("waiting", "revoked")
    guests.let_in(guest=GuestFactory(meeting=meeting), person=person, by=recorder)
    assert list(Attendance.objects.values_list("person", flat=True)) == [person.pk]


def test_a_late_guest_votes_with_the_others(meeting, recorder):
    """Whoever comes when the dots are out gets four of their own."""
    Meeting.objects.update(state="voting")
    items = RequirementFactory.create_batch(5, meeting=meeting)
    knocking = guests.knock(meeting=meeting, name="Nora Late")
    person = guests.let_in(guest=knocking, by=recorder).person
    values = {"meeting": meeting, "person": person, "source": "phone", "by": person}
    for item in items[:4]:
        votes.cast(requirement=item, by_pass=True, **values)
    with refused("no_dots_left"):
        votes.cast(requirement=items[4], by_pass=True, **values)
    assert meeting.ballots.get(person=person).dots.count() == 4


def test_a_guest_is_turned_away_and_called_back(guest, recorder):
    guests.turn_away(guest=guest, by=recorder)
    with refused("guest_answered"):
        guests.let_in(guest=guest, by=recorder)
    guests.call_back(guest=guest, by=recorder)
    guests.let_in(guest=guest, by=recorder)
    assert guest.state == "let_in"


def test_only_the_room_answers_the_door(meeting, guest):
    for actor in (present(meeting), member(meeting.initiative, "administrator")):
        for service in (guests.let_in, guests.turn_away, guests.call_back):
            with pytest.raises(PermissionDenied):
                service(guest=guest, by=actor)


def test_the_database_knows_one_phone_per_person_and_nobody_without_a_name(meeting, guest):
    with pytest.raises(IntegrityError), transaction.atomic():
        Guest.objects.update(state="let_in")


@pytest.mark.django_db(transaction=True)
def test_of_eight_phones_let_in_as_one_person_one_gets_in():
    meeting = MeetingFactory(state="check_in")
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    person = present(meeting)
    waiting = GuestFactory.create_batch(8, meeting=meeting)

    outcomes = race(
        *[
            lambda guest=guest: guests.let_in(guest=guest, person=person, by=recorder)
            for guest in waiting
        ]
    )

    assert problems(outcomes) == ["has_a_phone"] * 7
    assert Pass.objects.count() == Guest.objects.filter(state="let_in").count() == 1
    assert not [outcome for outcome in outcomes if not isinstance(outcome, (Guest, Problem))]
