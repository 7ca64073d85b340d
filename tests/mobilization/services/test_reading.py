import pytest
from django.core.exceptions import PermissionDenied

from mobilization.models import Card, Meeting
from mobilization.presenters import reading as presenter
from mobilization.services import reading, requirements
from tests.factories.accounts import member
from tests.factories.process import CardFactory, MeetingFactory, present, under
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="requirements")


@pytest.fixture
def recorder(meeting):
    return member(meeting.initiative, "recorder")


@pytest.fixture
def cards(meeting):
    """Of Ada, Ben and Cleo; Ben's has a second line."""
    return [
        CardFactory(
            meeting=meeting,
            person=present(meeting, name=name),
            vision=f"As {name} sees it",
            first=f"First of {name}",
            second="Second" if name == "Ben" else "",
        )
        for name in ("Ada", "Ben", "Cleo")
    ]


def standing():
    """(round, who reads, who is next, the visions)"""
    found = presenter.standing(Meeting.objects.get())
    names = [found[key] and found[key].name for key in ("now", "coming")]
    return (found["round"], *names, found["visions"])


def file(card, line, by):
    requirements.take_over(
        card=Card.objects.select_related("meeting").get(pk=card.pk),
        line=line,
        category=under(card.meeting, "Workforce"),
        by=by,
    )


def test_first_requirements_go_round_by_name_before_the_others(cards, recorder):
    ada, ben, cleo = cards
    assert standing() == ("first", "Ada", "Ben", [])
    file(ada, "first", recorder)
    assert standing() == ("first", "Ben", "Cleo", ["As Ada sees it"])
    for card in (ben, cleo):
        file(card, "first", recorder)
    visions = ["As Cleo sees it", "As Ben sees it", "As Ada sees it"]
    assert standing() == ("others", "Ben", None, visions)
    file(ben, "second", recorder)
    assert standing() == ("missing", None, None, visions)


def test_whoever_is_called_reads_next_and_the_order_goes_on_after(cards, recorder):
    _ada, ben, cleo = cards
    reading.call(card=cleo, by=recorder)
    assert standing() == ("first", "Cleo", "Ada", [])
    reading.call(card=ben, by=recorder)
    assert standing() == ("first", "Ben", "Ada", [])
    file(ben, "first", recorder)
    assert standing() == ("first", "Ada", "Cleo", ["As Ben sees it"])
    assert Meeting.objects.get().called is None


def test_who_was_called_for_the_second_round_stays_until_the_card_is_read(meeting, recorder):
    lines = {"second": "Second", "third": "Third"}
    ada, ben = (
        CardFactory(meeting=meeting, person=present(meeting, name=name), first=name, **lines)
        for name in ("Ada", "Ben")
    )
    for card in (ada, ben):
        file(card, "first", recorder)
    reading.call(card=ben, by=recorder)
    file(ben, "second", recorder)
    assert standing()[1:3] == ("Ben", "Ada")
    file(ben, "third", recorder)
    assert standing()[1:3] == ("Ada", None)


def test_a_called_card_that_is_struck_leaves_the_order(cards, recorder):
    reading.call(card=cards[2], by=recorder)
    cards[2].delete()
    assert standing()[:3] == ("first", "Ada", "Ben")


def test_only_those_who_run_the_room_call_and_only_while_cards_are_read(meeting, cards, recorder):
    with pytest.raises(PermissionDenied):
        reading.call(card=cards[1], by=member(meeting.initiative, "administrator"))
    Meeting.objects.update(state="voting")
    with refused("part_not_open"):
        reading.call(card=cards[1], by=recorder)
    assert Meeting.objects.get().called is None
