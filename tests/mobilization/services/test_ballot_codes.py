import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from mobilization.models import Ballot, BallotCode, Deed, Dot
from mobilization.queries import paper_ballots as queries
from mobilization.services import ballot_codes, undoing, votes
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


def on(requirements):
    """Dots on these, with nothing offered beside them."""
    return dict.fromkeys(requirements, "")


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

    ballot_codes.enter(meeting=meeting, code=typed, dots=on(listed[:4]), by=by)

    assert meeting.ballots.get().person == person
    assert dots() == {(row.pk, "paper") for row in listed[:4]}


def test_a_ballot_is_typed_in_once():
    meeting, _person, by, listed = a_vote()
    ballot_codes.enter(meeting=meeting, code=code_of(meeting), dots=on(listed[:1]), by=by)

    with refused("ballot_entered_already"):
        ballot_codes.enter(meeting=meeting, code=code_of(meeting), dots=on(listed[1:2]), by=by)

    assert dots() == {(listed[0].pk, "paper")}


def test_that_a_ballot_is_empty_has_to_be_said():
    meeting, _person, by, _listed = a_vote()
    code = code_of(meeting)
    with refused("ballot_without_numbers"):
        ballot_codes.enter(meeting=meeting, code=code, dots={}, by=by)
    assert meeting.ballot_codes.get().entered_at is None

    ballot_codes.enter(meeting=meeting, code=code, dots={}, is_empty=True, by=by)
    assert meeting.ballot_codes.get().entered_at is not None
    undoing.undo(deed=Deed.objects.get(), by=by)
    assert meeting.ballot_codes.get().entered_at is None


def test_paper_and_phone_share_one_ballot():
    meeting, person, by, listed = a_vote()
    for requirement in listed[:2]:
        votes.cast(
            meeting=meeting, person=person, requirement=requirement, source="phone", by=person
        )

    with refused("no_dots_left"):
        ballot_codes.enter(meeting=meeting, code=code_of(meeting), dots=on(listed[2:]), by=by)
    assert meeting.ballot_codes.get().entered_at is None

    ballot_codes.enter(meeting=meeting, code=code_of(meeting), dots=on(listed[1:3]), by=by)
    assert sorted(source for _requirement, source in dots()) == ["paper", "phone", "phone"]


def test_a_code_of_another_meeting_is_unknown_here():
    meeting, _person, by, _listed = a_vote()
    other, *_rest = a_vote()

    with refused("ballot_code_unknown"):
        ballot_codes.enter(meeting=meeting, code=code_of(other), dots={}, by=by)


def test_after_closing_no_ballot_is_typed_in():
    meeting, _person, by, listed = a_vote()
    type(meeting).objects.filter(pk=meeting.pk).update(state="grouping")

    with refused("part_not_open"):
        ballot_codes.enter(meeting=meeting, code=code_of(meeting), dots=on(listed), by=by)

    assert meeting.ballot_codes.get().entered_at is None


def test_only_the_room_types_ballots_in():
    meeting, person, _by, _listed = a_vote()
    for actor in (person, member(meeting.initiative, "administrator")):
        with pytest.raises(PermissionDenied):
            ballot_codes.enter(meeting=meeting, code=code_of(meeting), dots={}, by=actor)


@pytest.mark.parametrize("twice", ["person", "code"])
def test_person_and_code_stand_once_in_a_meeting(twice):
    meeting = MeetingFactory()
    first = BallotCode.objects.create(meeting=meeting, person=SeatFactory().person)
    person = first.person if twice == "person" else SeatFactory().person
    code = first.code if twice == "code" else "ACDEFG"

    with pytest.raises(IntegrityError):
        BallotCode.objects.create(meeting=meeting, person=person, code=code)


def marked(meeting, person, dots, by, known="", source="paper"):
    values = {"meeting": meeting, "person": person, "known": known}
    marks = {requirement: (source, offer) for requirement, offer in dots.items()}
    return ballot_codes.mark(dots=marks, by=by, **values)


def laid():
    """{requirement id: offer}, dots left"""
    offers = dict(Dot.objects.values_list("requirement_id", "offer"))
    return offers, Ballot.objects.get().dots_left


def test_a_ballot_is_brought_to_what_stands_on_the_paper():
    meeting, person, by, (one, two, three, four, five) = a_vote()
    marked(meeting, person, {one: "", two: "work", three: "", four: ""}, by)
    assert laid() == ({one.pk: "", two.pk: "work", three.pk: "", four.pk: ""}, 0)

    known = queries.mark(queries.dots(meeting, person))
    for _time in range(2):  # the same again changes nothing
        marked(meeting, person, {one: "champion", five: ""}, by, known)
    assert laid() == ({one.pk: "champion", five.pk: ""}, 2)
    first, second = Deed.objects.all()
    assert {first.kind, second.kind} == {"ballot_typed"}

    undoing.undo(deed=second, by=by)
    assert laid() == ({one.pk: "", two.pk: "work", three.pk: "", four.pk: ""}, 0)


def test_two_recorders_at_one_paper_are_told_of_each_other():
    meeting, person, by, (one, two, *_rest) = a_vote()
    for _recorder in range(2):  # both type the same
        marked(meeting, person, {one: ""}, by)
    with refused("paper_ballot_changed"):
        marked(meeting, person, {two: ""}, by)
    assert laid() == ({one.pk: ""}, 3)


def test_a_dot_of_the_phone_is_neither_doubled_nor_taken_back_by_paper():
    meeting, person, by, (one, two, *rest) = a_vote()
    votes.cast(meeting=meeting, person=person, requirement=one, source="phone", by=person)
    marked(meeting, person, {one: "work", two: ""}, by)
    assert dots() == {(one.pk, "phone"), (two.pk, "paper")}
    assert laid() == ({one.pk: "", two.pk: ""}, 2)
    with refused("no_dots_left"):
        marked(meeting, person, on([two, *rest]), by, queries.mark({two.pk: ("paper", "")}))
    marked(meeting, person, {}, by, queries.mark({two.pk: ("paper", "")}))
    assert dots() == {(one.pk, "phone")}


def test_a_ballot_holds_dots_of_the_phone_from_paper_and_spoken():
    meeting, person, by, (one, two, three, four, _five) = a_vote()
    votes.cast(meeting=meeting, person=person, requirement=one, source="phone", by=person)
    marked(meeting, person, {two: "", three: "work"}, by)
    known = queries.mark(queries.dots(meeting, person))
    mixed = {
        one: ("spoken", "work"),
        two: ("spoken", ""),
        three: ("paper", ""),
        four: ("spoken", ""),
    }
    values = {"meeting": meeting, "person": person, "known": known, "by": by}
    ballot_codes.mark(dots=mixed, **values)
    assert dots() == {
        (one.pk, "phone"),
        (two.pk, "spoken"),
        (three.pk, "paper"),
        (four.pk, "spoken"),
    }
    assert laid() == ({one.pk: "", two.pk: "", three.pk: "", four.pk: ""}, 0)
    with refused("paper_ballot_changed"):  # who typed it says paper, and the ballot says spoken
        ballot_codes.mark(dots={two: ("paper", "")}, **values)

    undoing.undo(deed=Deed.objects.last(), by=by)
    assert dots() == {(one.pk, "phone"), (two.pk, "paper"), (three.pk, "paper")}
    assert laid() == ({one.pk: "", two.pk: "", three.pk: "work"}, 1)


def test_a_paper_is_typed_by_the_room_while_the_vote_is_open_for_who_is_here():
    meeting, person, by, (one, *_rest) = a_vote()
    with pytest.raises(PermissionDenied):
        marked(meeting, person, {one: ""}, member(meeting.initiative, "administrator"))
    with refused("of_another_meeting"):
        marked(meeting, person, {RequirementFactory(): ""}, by)
    with refused("not_checked_in"):
        marked(meeting, SeatFactory(group=meeting.group).person, {one: ""}, by)
    type(meeting).objects.filter(pk=meeting.pk).update(state="grouping")
    with refused("part_not_open"):
        marked(meeting, person, {one: ""}, by)
    assert not Dot.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_sixty_four_recorders_with_different_papers_of_one_person_one_is_kept():
    meeting, person, by, _listed = a_vote()
    items = RequirementFactory.create_batch(64, meeting=meeting)
    results = race(*[lambda item=item: marked(meeting, person, {item: ""}, by) for item in items])
    assert problems(results) == ["paper_ballot_changed"] * 63
    assert (Dot.objects.count(), Ballot.objects.get().dots_left) == (1, 3)


@pytest.mark.django_db(transaction=True)
def test_of_many_recorders_at_one_ballot_one_types_it_in():
    meeting, _person, by, listed = a_vote()
    code = code_of(meeting)

    results = race(
        *[
            lambda row=row: ballot_codes.enter(meeting=meeting, code=code, dots=on([row]), by=by)
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
