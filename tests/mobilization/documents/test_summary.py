import pytest

from accounts.models import Person
from core import documents
from mobilization.documents import summary
from mobilization.models import Card, Meeting
from mobilization.queries import summaries
from tests.factories.meetings import voted_meeting
from tests.factories.process import MeetingFactory
from tests.pdf import text_of
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return voted_meeting(group__cluster__name="Instruments")


def printed(meeting):
    _title, html = summary.render(meeting, None)
    return text_of(documents.to_pdf(html)[0])


def test_requirements_stand_with_their_dots_ties_and_zeros(meeting):
    text = printed(meeting)

    assert "1 An evening school for technicians Workforce 3" in text
    assert "2 tie Homes near the plants Workforce 2" in text
    assert "2 tie One contact for permits Workforce 2" in text
    assert "4 Freight rail at the park Workforce 1" in text
    assert "– Buses at shift change Workforce 0" in text


def test_unused_dots_are_told(meeting):
    text = printed(meeting)

    assert "3 people placed 8 dots" in text
    assert "4 dots stayed unused" in text


def test_visions_stand_in_the_order_of_their_words(meeting):
    text = printed(meeting)

    places = [
        text.index(vision) for vision in sorted(Card.objects.values_list("vision", flat=True))
    ]
    assert places == sorted(places)


def test_the_team_stands_with_champion_convener_and_members(meeting):
    text = printed(meeting)

    assert "Champion: Ada Maker. Convener: Ben Maker. Members: Ada Maker, Ben Maker, Cy Maker." in (
        text
    )


def test_no_name_stands_with_visions_or_dots(meeting):
    text = printed(meeting)

    before_the_teams = text[text.index("Five-year visions") : text.index("Action teams")]
    for name in Person.objects.values_list("name", flat=True):
        assert name not in before_the_teams


def test_the_next_meeting_stands_or_is_marked_as_missing(meeting):
    assert "The date of the second meeting is not set yet." in printed(meeting)

    MeetingFactory(group=meeting.group, number=2, place="Town hall")

    assert "at Town hall" in printed(meeting)


@pytest.mark.parametrize("state", ["planned", "check_in", "cards", "requirements", "voting"])
def test_no_total_leaves_the_room_before_the_vote_is_over(state):
    meeting = MeetingFactory(state=state)

    with refused("dots_not_counted"):
        summary.render(meeting, None)


def test_without_a_meeting_there_is_nothing_to_sum_up():
    with refused("meeting_not_planned"):
        summary.refuse(None, None)


def test_many_meetings_take_as_many_queries_as_one(django_assert_num_queries):
    meetings = [voted_meeting() for _number in range(3)]
    found = list(Meeting.objects.select_related("group__cluster"))

    with django_assert_num_queries(11):
        alone = summaries.facts(found[:1])
    with django_assert_num_queries(11):
        together = summaries.facts(found)

    assert together.keys() == {meeting.pk for meeting in meetings}
    assert alone[found[0].pk] == together[found[0].pk]
