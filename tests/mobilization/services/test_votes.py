import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.models import Membership
from core.problems import Problem
from mobilization.models import Ballot, Dot, Meeting, Seat
from mobilization.queries.votes import Line
from mobilization.services import meetings, votes
from tests.factories.accounts import PersonFactory, member
from tests.factories.process import (
    BallotFactory,
    MeetingFactory,
    RequirementFactory,
    SeatFactory,
    present,
)
from tests.races import race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="voting")


@pytest.fixture
def person(meeting):
    return present(meeting)


def cast(meeting, person, requirement):
    return votes.cast(
        meeting=meeting, person=person, requirement=requirement, source="phone", by=person
    )


def placed(person):
    """(requirements with a dot, dots left)"""
    dots = Dot.objects.filter(ballot__person=person).values_list("requirement", flat=True)
    return list(dots), Ballot.objects.get(person=person).dots_left


@pytest.mark.parametrize("dots_each", [1, 4, 6])
def test_as_many_dots_as_were_planned_and_no_more(dots_each):
    meeting = MeetingFactory(state="voting", dots_each=dots_each)
    person = present(meeting)
    *items, one_more = RequirementFactory.create_batch(dots_each + 1, meeting=meeting)
    for requirement in items:
        cast(meeting, person, requirement)
    with refused("no_dots_left"):
        cast(meeting, person, one_more)
    assert placed(person) == ([item.pk for item in items], 0)


def test_unused_dots_are_allowed(meeting, person):
    requirement = RequirementFactory(meeting=meeting)
    cast(meeting, person, requirement)
    assert placed(person) == ([requirement.pk], 3)


def test_a_dot_sent_twice_lies_once(meeting, person):
    requirement = RequirementFactory(meeting=meeting)
    assert [cast(meeting, person, requirement) for _time in range(2)] == [(3, "", "")] * 2
    assert placed(person) == ([requirement.pk], 3)


def test_a_dot_taken_back_can_be_placed_again(meeting, person):
    one, other = RequirementFactory.create_batch(2, meeting=meeting)
    cast(meeting, person, one)
    for _time in range(2):
        votes.take_back(meeting=meeting, person=person, requirement=one, by=person)
    assert placed(person) == ([], 4)
    cast(meeting, person, other)
    assert placed(person) == ([other.pk], 3)


def test_phone_and_paper_share_one_ballot(meeting, person):
    one, other = RequirementFactory.create_batch(2, meeting=meeting)
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    cast(meeting, person, one)
    votes.cast(meeting=meeting, person=person, requirement=other, source="paper", by=recorder)
    assert list(Dot.objects.values_list("requirement", "source", "ballot__dots_left")) == [
        (one.pk, "phone", 2),
        (other.pk, "paper", 2),
    ]


def test_a_dot_of_the_phone_stays_one_of_the_phone(meeting, person):
    requirement = RequirementFactory(meeting=meeting)
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    cast(meeting, person, requirement)
    votes.cast(meeting=meeting, person=person, requirement=requirement, source="paper", by=recorder)
    assert (Dot.objects.get().source, placed(person)) == ("phone", ([requirement.pk], 3))


@pytest.mark.parametrize(
    "state", ["planned", "check_in", "cards", "requirements", "grouping", "teams", "closed"]
)
def test_dots_are_placed_and_taken_back_while_the_vote_is_open(meeting, person, state):
    one, other = RequirementFactory.create_batch(2, meeting=meeting)
    cast(meeting, person, one)
    Meeting.objects.update(state=state)
    with refused("part_not_open"):
        cast(meeting, person, other)
    with refused("part_not_open"):
        votes.take_back(meeting=meeting, person=person, requirement=one, by=person)
    assert placed(person) == ([one.pk], 3)


def test_co_chairs_vote_like_the_others(meeting):
    person = present(meeting)
    Seat.objects.filter(person=person).update(role=Seat.Role.CO_CHAIR)
    requirement = RequirementFactory(meeting=meeting)
    cast(meeting, person, requirement)
    assert placed(person) == ([requirement.pk], 3)


def test_whoever_is_not_in_the_room_has_no_dots(meeting):
    absent = SeatFactory(group=meeting.group).person
    with refused("not_checked_in"):
        cast(meeting, absent, RequirementFactory(meeting=meeting))
    assert not Ballot.objects.exists()


def test_a_lost_seat_takes_the_dots_with_it(meeting, person):
    Seat.objects.filter(person=person).delete()
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    with refused("not_checked_in"):
        votes.cast(
            meeting=meeting,
            person=person,
            requirement=RequirementFactory(meeting=meeting),
            source="paper",
            by=recorder,
        )


def test_facilitators_have_no_dots(meeting):
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    namesake = PersonFactory(initiative=meeting.initiative, email=recorder.email)
    with refused("not_checked_in"):
        votes.cast(
            meeting=meeting,
            person=namesake,
            requirement=RequirementFactory(meeting=meeting),
            source="paper",
            by=recorder,
        )


@pytest.mark.parametrize("role", ["administrator", None])
def test_only_the_room_types_dots_for_others(meeting, person, role):
    actor = member(meeting.initiative, role) if role else present(meeting)
    with pytest.raises(PermissionDenied):
        votes.cast(
            meeting=meeting,
            person=person,
            requirement=RequirementFactory(meeting=meeting),
            source="paper",
            by=actor,
        )


def test_a_dot_lies_on_a_requirement_of_its_own_meeting(meeting, person):
    with refused("of_another_meeting"):
        cast(meeting, person, RequirementFactory())
    assert not Dot.objects.exists()


def test_the_database_knows_how_many_dots_there_can_be_and_one_per_requirement(meeting):
    ballot = BallotFactory(meeting=meeting)
    requirement = RequirementFactory(meeting=meeting)
    ballot.dots.create(requirement=requirement, source="phone")
    with pytest.raises(IntegrityError), transaction.atomic():
        ballot.dots.create(requirement=requirement, source="phone")
    with pytest.raises(IntegrityError), transaction.atomic():
        ballot.dots.update(source="shouted")
    for impossible in (-1, 7):
        with pytest.raises(IntegrityError), transaction.atomic():
            Ballot.objects.update(dots_left=impossible)


@pytest.mark.django_db(transaction=True)
def test_sixty_four_threads_at_one_ballot_write_four_dots():
    meeting = MeetingFactory(state="voting")
    person = present(meeting)
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    items = RequirementFactory.create_batch(64, meeting=meeting)

    def place(number):
        """From the person's phone, and every other one from paper."""
        source, by = ("phone", person) if number % 2 else ("paper", recorder)
        values = {"meeting": meeting, "person": person, "requirement": items[number]}
        return lambda: votes.cast(source=source, by=by, **values)

    outcomes = race(*[place(number) for number in range(64)])

    refused = [str(outcome.code) for outcome in outcomes if isinstance(outcome, Problem)]
    assert refused == ["no_dots_left"] * 60
    assert sum(isinstance(outcome, Line) for outcome in outcomes) == 4
    dots, left = placed(person)
    assert (len(dots), left) == (4, 0)


@pytest.mark.django_db(transaction=True)
def test_one_dot_sent_sixty_four_times_at_once_lies_once():
    meeting = MeetingFactory(state="voting")
    person = present(meeting)
    requirement = RequirementFactory(meeting=meeting)

    outcomes = race(*[lambda: cast(meeting, person, requirement)] * 64)

    assert outcomes == [(3, "", "")] * 64
    assert placed(person) == ([requirement.pk], 3)


@pytest.mark.django_db(transaction=True)
def test_no_dot_arrives_after_the_vote_was_seen_closed():
    meeting = MeetingFactory(state="voting")
    people = [present(meeting) for _number in range(63)]
    requirement = RequirementFactory(meeting=meeting)
    recorder = member(meeting.initiative, Membership.Role.RECORDER)

    def close():
        meetings.move(meeting=Meeting.objects.get(pk=meeting.pk), name="open_grouping", by=recorder)
        return Dot.objects.count()

    *outcomes, counted = race(
        *[lambda person=person: cast(meeting, person, requirement) for person in people], close
    )

    accepted = [outcome for outcome in outcomes if isinstance(outcome, Line)]
    late = [outcome.code for outcome in outcomes if isinstance(outcome, Problem)]
    assert late == ["part_not_open"] * (63 - len(accepted))
    assert counted == len(accepted) == Dot.objects.count()
    assert sum(4 - ballot.dots_left for ballot in Ballot.objects.all()) == counted
