import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Membership
from mobilization.models import Comfort, ComfortAnswer, Deed, Hands, Meeting
from mobilization.presenters.comfort import question
from mobilization.services import comfort, meetings, undoing
from tests.factories.accounts import member
from tests.factories.process import MeetingFactory, present
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="grouping")


@pytest.fixture
def lead(meeting):
    return member(meeting.initiative, Membership.Role.LEAD_FACILITATOR)


def say(meeting, person, level):
    comfort.answer(meeting=meeting, person=person, level=level, by=person)


def totals(meeting):
    return [(level.level, level.phones, level.hands) for level in question(meeting).levels]


def test_phones_and_hands_are_counted_together(meeting, lead):
    comfort.ask(meeting=meeting, method="consent", by=lead)
    people = [present(meeting) for _number in range(3)]
    for person, level in zip(people, (2, 2, 0), strict=True):
        say(meeting, person, level)
    say(meeting, people[2], 1)  # another mind
    for count in (5, 4):
        comfort.count_hands(meeting=meeting, counts={2: count, 0: 1}, by=lead)
    assert totals(meeting) == [(2, 2, 4), (1, 1, 0), (0, 0, 1)]
    assert (question(meeting).total, question(meeting).doubts) == (8, 1)
    assert [level.is_own for level in question(meeting, people[2]).levels] == [False, True, False]


def test_a_question_is_closed_and_asked_again_another_way(meeting, lead):
    person = present(meeting)
    comfort.ask(meeting=meeting, method="consent", by=lead)
    with refused("comfort_asked_already"):
        comfort.ask(meeting=meeting, method="fist", by=lead)
    with refused("no_such_level"):
        say(meeting, person, 5)
    comfort.close(meeting=meeting, by=lead)
    with refused("comfort_not_asked"):
        say(meeting, person, 2)
    with refused("comfort_not_asked"):
        comfort.count_hands(meeting=meeting, counts={2: 1}, by=lead)
    comfort.ask(meeting=meeting, method="fist", by=lead)
    say(meeting, person, 5)
    assert totals(meeting)[0] == (5, 1, 0)
    Meeting.objects.update(state="teams")
    with refused("part_not_open"):
        say(meeting, person, 4)


def test_a_question_asked_by_mistake_is_withdrawn_with_what_was_answered(meeting, lead):
    """Nobody sees it any more, the one before stands again, and no answer is deleted."""
    person = present(meeting)
    comfort.ask(meeting=meeting, method="consent", by=lead)
    say(meeting, person, 2)
    comfort.close(meeting=meeting, by=lead)
    for closed in (False, True):
        comfort.ask(meeting=meeting, method="fist", by=lead)
        asked = Deed.objects.last()
        say(meeting, person, 5)
        comfort.count_hands(meeting=meeting, counts={3: 4}, by=lead)
        if closed:
            comfort.close(meeting=meeting, by=lead)

        undoing.undo(deed=asked, by=lead)

        assert (question(meeting).method, totals(meeting)[0]) == ("Consent", (2, 1, 0))
        with refused("comfort_not_asked"):
            say(meeting, person, 4)
        with refused("step_undone_already"):
            undoing.undo(deed=asked, by=lead)
    with refused("step_has_grown"):  # its closing cannot be undone without it
        undoing.undo(deed=Deed.objects.filter(kind="comfort_closed").last(), by=lead)
    assert ComfortAnswer.objects.count() == 3
    assert Hands.objects.count() == 2


def test_whoever_forms_teams_ends_the_open_question_and_takes_that_back_with_the_step(
    meeting, lead
):
    comfort.ask(meeting=meeting, method="fist", by=lead)
    meetings.move(meeting=meeting, name="open_teams", by=lead)
    assert Comfort.objects.get().closed_at is not None
    formed = Deed.objects.get(kind="moved")
    undoing.undo(deed=formed, by=lead)
    assert Comfort.objects.get().closed_at is None
    meeting.refresh_from_db()
    assert meeting.state == "grouping"


def test_an_earlier_question_is_not_opened_again_behind_a_later_one(meeting, lead):
    for name in ("open_teams", "back_to_grouping", "open_teams"):
        if name == "open_teams":
            comfort.ask(meeting=meeting, method="fist", by=lead)
        meetings.move(meeting=meeting, name=name, by=lead)
    first, _back, last = Deed.objects.filter(kind="moved")
    with refused("step_has_grown"):
        undoing.undo(deed=first, by=lead)
    undoing.undo(deed=last, by=lead)
    assert [row.closed_at is None for row in Comfort.objects.order_by("pk")] == [False, True]


def test_everybody_answers_for_themselves_and_the_room_asks(meeting, lead):
    comfort.ask(meeting=meeting, method="consent", by=lead)
    one, other = present(meeting), present(meeting)
    for actor in (other, lead):
        with pytest.raises(PermissionDenied):
            comfort.answer(meeting=meeting, person=one, level=2, by=actor)
    for act in (
        lambda: comfort.ask(meeting=meeting, method="fist", by=one),
        lambda: comfort.close(meeting=meeting, by=one),
        lambda: comfort.count_hands(meeting=meeting, counts={}, by=one),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_the_database_knows_one_open_question_one_answer_and_five_fingers(meeting):
    asked = Comfort.objects.create(meeting=meeting, method="fist")
    person = present(meeting)
    ComfortAnswer.objects.create(comfort=asked, person=person, level=5)
    for impossible in (
        lambda: Comfort.objects.create(meeting=meeting, method="fist"),
        lambda: Comfort.objects.update(method="vote"),
        lambda: Comfort.objects.update(withdrawn_at=timezone.now()),
        lambda: ComfortAnswer.objects.create(comfort=asked, person=person, level=4),
        lambda: ComfortAnswer.objects.update(level=6),
        lambda: Hands.objects.create(comfort=asked, level=6, count=1),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            impossible()


@pytest.mark.django_db(transaction=True)
def test_whoever_answers_while_the_question_is_withdrawn_is_told_or_kept():
    meeting = MeetingFactory(state="grouping", areas_are_shown=True)
    lead = member(meeting.initiative, Membership.Role.LEAD_FACILITATOR)
    people = [present(meeting) for _number in range(31)]
    comfort.ask(meeting=meeting, method="fist", by=lead)

    def withdraw():
        undoing.undo(deed=Deed.objects.get(), by=lead)
        return ComfortAnswer.objects.count()

    *said, counted = race(
        *[lambda person=person: say(meeting, person, 3) for person in people], withdraw
    )

    late = problems(said)
    assert late == ["comfort_not_asked"] * len(late)
    assert counted == ComfortAnswer.objects.count() == 31 - len(late)
    assert question(meeting) is None
