import pytest
from django.db import IntegrityError, transaction

from mobilization.models import Agenda, AgendaItem
from tests.factories.process import MeetingFactory

pytestmark = pytest.mark.django_db

GOOD = {"position": 1, "kind": "meeting", "title": "Welcome", "minutes": 15}


@pytest.mark.parametrize(
    "wrong",
    [{"position": 0}, {"kind": "party"}, {"title": ""}, {"minutes": 241}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_an_impossible_item_is_refused(wrong):
    agenda = Agenda.objects.create(meeting=MeetingFactory())

    with pytest.raises(IntegrityError):
        AgendaItem.objects.create(agenda=agenda, **(GOOD | wrong))


@pytest.mark.parametrize("twice", ["position", "team_work"])
def test_a_place_and_the_work_of_the_teams_stand_once(twice):
    agenda = Agenda.objects.create(meeting=MeetingFactory())
    kind = "team_work" if twice == "team_work" else "meeting"
    place = 1 if twice == "position" else 2
    AgendaItem.objects.create(agenda=agenda, **(GOOD | {"kind": kind}))

    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaItem.objects.create(agenda=agenda, **(GOOD | {"kind": kind, "position": place}))


def test_a_meeting_has_one_agenda():
    agenda = Agenda.objects.create(meeting=MeetingFactory())

    with pytest.raises(IntegrityError):
        Agenda.objects.create(meeting=agenda.meeting)
