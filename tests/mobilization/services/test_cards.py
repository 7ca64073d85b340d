import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from mobilization.models import Card
from mobilization.queries.cards import mark
from mobilization.services import cards
from tests.factories.accounts import member
from tests.factories.process import CardFactory, MeetingFactory, SeatFactory, present
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

WORDS = {"vision": "Where instruments are made", "first": "Technicians", "second": "A test track"}
PHONE_STATES = {"cards"}
PAPER_STATES = {"cards", "requirements"}
STATES = ["planned", "check_in", "cards", "requirements", "voting", "grouping", "teams", "closed"]


def words_of(card):
    return (card.vision, card.first, card.second, card.third, card.source)


@pytest.fixture
def meeting():
    return MeetingFactory(state="cards")


@pytest.fixture
def recorder(meeting):
    return member(meeting.initiative, Membership.Role.RECORDER)


def test_a_card_is_changed_as_often_as_its_person_likes(meeting):
    person = present(meeting)
    cards.write(meeting=meeting, person=person, **WORDS, source="phone", by=person)
    cards.write(
        meeting=meeting, person=person, vision="Known", first="Roads", source="phone", by=person
    )
    assert words_of(Card.objects.get()) == ("Known", "Roads", "", "", "phone")


def test_the_recorder_types_a_card_from_paper_and_changes_it(meeting, recorder):
    person = present(meeting)
    card = cards.write(meeting=meeting, person=person, **WORDS, source="paper", by=recorder)
    cards.write(
        meeting=meeting,
        person=person,
        vision="Known",
        first="Roads",
        source="paper",
        known=mark(card),
        by=recorder,
    )
    assert words_of(Card.objects.get()) == ("Known", "Roads", "", "", "paper")


def test_a_second_recorder_does_not_write_over_the_card_of_the_first(meeting, recorder):
    person = present(meeting)
    typed = {"meeting": meeting, "person": person, "source": "paper", "by": recorder}
    cards.write(**WORDS, **typed)
    with refused("paper_card_changed"):
        cards.write(vision="Known", first="Roads", **typed)
    assert words_of(Card.objects.get()) == (*WORDS.values(), "", "paper")
    cards.write(**WORDS, **typed)  # the same words from the second are no clash
    assert meeting.deeds.count() == 1


def test_paper_never_replaces_what_was_written_on_a_phone(meeting, recorder):
    card = CardFactory(meeting=meeting, person=present(meeting), source="phone")
    with refused("card_from_phone"):
        cards.write(meeting=meeting, person=card.person, **WORDS, source="paper", by=recorder)
    assert words_of(Card.objects.get()) == words_of(card)


def test_a_phone_replaces_what_was_typed_for_its_person(meeting):
    card = CardFactory(meeting=meeting, person=present(meeting), source="paper")
    cards.write(meeting=meeting, person=card.person, **WORDS, source="phone", by=card.person)
    assert words_of(Card.objects.get()) == (*WORDS.values(), "", "phone")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("source", "open_states"), [("phone", PHONE_STATES), ("paper", PAPER_STATES)]
)
def test_cards_are_open_in_their_parts_only(state, source, open_states):
    meeting = MeetingFactory(state=state)
    person = present(meeting)
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    by = person if source == "phone" else recorder
    if state in open_states:
        cards.write(meeting=meeting, person=person, **WORDS, source=source, by=by)
        assert Card.objects.count() == 1
    else:
        with refused("part_not_open"):
            cards.write(meeting=meeting, person=person, **WORDS, source=source, by=by)
        assert not Card.objects.exists()


def test_whoever_is_not_in_the_room_has_no_card(meeting, recorder):
    absent = SeatFactory(group=meeting.group).person
    with refused("not_checked_in"):
        cards.write(meeting=meeting, person=absent, **WORDS, source="paper", by=recorder)


def test_nobody_writes_the_card_of_another(meeting):
    one, other = present(meeting), present(meeting)
    with pytest.raises(PermissionDenied):
        cards.write(meeting=meeting, person=one, **WORDS, source="phone", by=other)


@pytest.mark.django_db(transaction=True)
def test_a_card_sent_eight_times_at_once_is_one_card():
    meeting = MeetingFactory(state="cards")
    person = present(meeting)

    def send():
        return cards.write(meeting=meeting, person=person, **WORDS, source="phone", by=person).pk

    assert len(set(race(*[send] * 8))) == 1
    assert Card.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_new", [True, False])
def test_of_eight_recorders_with_different_words_for_one_card_one_is_kept(is_new):
    meeting = MeetingFactory(state="cards")
    by = member(meeting.initiative, Membership.Role.RECORDER)
    person = present(meeting)
    known = "" if is_new else mark(CardFactory(meeting=meeting, person=person, source="paper"))

    def type_in(number):
        words = {"vision": f"Vision {number}", "first": "Roads", "known": known}
        return cards.write(meeting=meeting, person=person, **words, source="paper", by=by)

    results = race(*[lambda number=number: type_in(number) for number in range(8)])

    assert problems(results) == ["paper_card_changed"] * 7
    kept = next(result for result in results if isinstance(result, Card))
    assert Card.objects.get().vision == kept.vision


@pytest.mark.django_db(transaction=True)
def test_a_card_typed_while_its_person_writes_by_phone_stays_the_phones():
    meeting = MeetingFactory(state="cards")
    by = member(meeting.initiative, Membership.Role.RECORDER)
    people = [present(meeting) for _number in range(6)]

    def write(person, source, by):
        return cards.write(meeting=meeting, person=person, **WORDS, source=source, by=by)

    results = race(
        *[lambda person=person: write(person, "phone", person) for person in people],
        *[lambda person=person: write(person, "paper", by) for person in people],
    )

    assert set(problems(results)) <= {"card_from_phone"}
    assert list(Card.objects.values_list("source", flat=True)) == ["phone"] * 6
