import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from mobilization.models import BallotCode, Dot
from mobilization.services import ballot_codes, votes
from tests.factories.accounts import member
from tests.factories.process import MeetingFactory, RequirementFactory, SeatFactory, present
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


def a_vote():
    """A meeting at its dots with somebody in the room, who has a code, and five requirements."""
    meeting = MeetingFactory(state="voting")
    person = present(meeting, name="Ada")
    by = member(meeting.initiative, "recorder")
    ballot_codes.issue(meeting=meeting, people=[person], by=by)
    listed = [RequirementFactory(meeting=meeting) for _number in range(5)]
    return meeting, person, by, listed


def code_of(meeting):
    return meeting.ballot_codes.get().code


def dots():
    return set(Dot.objects.values_list("requirement_id", "source"))


def test_a_code_once_given_stays():
    meeting, person, by, _listed = a_vote()
    code = code_of(meeting)
    other = present(meeting)

    ballot_codes.issue(meeting=meeting, people=[person, other], by=by)

    assert meeting.ballot_codes.get(person=person).code == code
    assert meeting.ballot_codes.count() == 2


def test_a_drawn_code_that_is_taken_is_drawn_again(monkeypatch):
    meeting, _person, by, _listed = a_vote()
    drawn = iter([code_of(meeting), "ACDEFG"])
    monkeypatch.setattr(BallotCode._meta.get_field("code"), "_get_default", lambda: next(drawn))

    ballot_codes.issue(meeting=meeting, people=[present(meeting)], by=by)

    assert meeting.ballot_codes.filter(code="ACDEFG").count() == 1


def test_a_paper_ballot_goes_to_the_person_of_its_code():
    meeting, person, by, listed = a_vote()
    typed = f" {code_of(meeting)[:3]} {code_of(meeting)[3:]}".lower()

    ballot_codes.enter(meeting=meeting, code=typed, requirements=listed[:4], by=by)

    assert meeting.ballots.get().person == person
    assert dots() == {(row.pk, "paper") for row in listed[:4]}


def test_a_ballot_is_typed_in_once():
    meeting, _person, by, listed = a_vote()
    ballot_codes.enter(meeting=meeting, code=code_of(meeting), requirements=listed[:1], by=by)

    with refused("ballot_entered_already"):
        ballot_codes.enter(meeting=meeting, code=code_of(meeting), requirements=listed[1:2], by=by)

    assert dots() == {(listed[0].pk, "paper")}


def test_paper_and_phone_share_one_ballot():
    meeting, person, by, listed = a_vote()
    for requirement in listed[:2]:
        votes.cast(
            meeting=meeting, person=person, requirement=requirement, source="phone", by=person
        )

    with refused("no_dots_left"):
        ballot_codes.enter(meeting=meeting, code=code_of(meeting), requirements=listed[2:], by=by)
    assert meeting.ballot_codes.get().entered_at is None

    ballot_codes.enter(meeting=meeting, code=code_of(meeting), requirements=listed[1:3], by=by)
    assert sorted(source for _requirement, source in dots()) == ["paper", "phone", "phone"]


def test_a_code_of_another_meeting_is_unknown_here():
    meeting, _person, by, _listed = a_vote()
    other, *_rest = a_vote()

    with refused("ballot_code_unknown"):
        ballot_codes.enter(meeting=meeting, code=code_of(other), requirements=[], by=by)


def test_after_closing_no_ballot_is_typed_in():
    meeting, _person, by, listed = a_vote()
    type(meeting).objects.filter(pk=meeting.pk).update(state="grouping")

    with refused("part_not_open"):
        ballot_codes.enter(meeting=meeting, code=code_of(meeting), requirements=listed, by=by)

    assert meeting.ballot_codes.get().entered_at is None


def test_only_the_room_types_ballots_in():
    meeting, person, _by, _listed = a_vote()
    for actor in (person, member(meeting.initiative, "administrator")):
        with pytest.raises(PermissionDenied):
            ballot_codes.enter(meeting=meeting, code=code_of(meeting), requirements=[], by=actor)


@pytest.mark.parametrize("twice", ["person", "code"])
def test_person_and_code_stand_once_in_a_meeting(twice):
    meeting = MeetingFactory()
    first = BallotCode.objects.create(meeting=meeting, person=SeatFactory().person)
    person = first.person if twice == "person" else SeatFactory().person
    code = first.code if twice == "code" else "ACDEFG"

    with pytest.raises(IntegrityError):
        BallotCode.objects.create(meeting=meeting, person=person, code=code)


@pytest.mark.django_db(transaction=True)
def test_of_many_recorders_at_one_ballot_one_types_it_in():
    meeting, _person, by, listed = a_vote()
    code = code_of(meeting)

    results = race(
        *[
            lambda row=row: ballot_codes.enter(
                meeting=meeting, code=code, requirements=[row], by=by
            )
            for row in [*listed, *listed[:3]]
        ]
    )

    assert problems(results) == ["ballot_entered_already"] * 7
    assert len(dots()) == 1


@pytest.mark.django_db(transaction=True)
def test_two_kits_at_once_give_each_person_one_code():
    meeting = MeetingFactory()
    people = [SeatFactory(group=meeting.group).person for _number in range(4)]
    by = member(meeting.initiative)

    results = race(
        *[lambda: ballot_codes.issue(meeting=meeting, people=people, by=by) for _thread in range(4)]
    )

    assert problems(results) == []
    assert meeting.ballot_codes.count() == 4
