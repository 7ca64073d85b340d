import pytest
from django.core.exceptions import PermissionDenied

from mobilization.models import Agenda, AgendaItem
from mobilization.presenters.agenda_templates import TEMPLATES
from mobilization.presenters.agendas import lines_of, plain
from mobilization.services import agendas
from tests.factories.accounts import PersonFactory, member
from tests.factories.process import MeetingFactory
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(number=2)


@pytest.fixture
def facilitator(meeting):
    return member(meeting.initiative, "lead_facilitator")


def item(title="Welcome", minutes=15, kind="meeting"):
    return {"title": title, "minutes": minutes, "kind": kind}


def titles(meeting):
    return list(AgendaItem.objects.filter(agenda__meeting=meeting).values_list("title", flat=True))


def test_an_agenda_is_stored_in_its_order_and_counts_its_versions(meeting, facilitator):
    first = [item("Close", 5), item("Coffee", 30, "before")]

    agendas.save(meeting=meeting, version=0, items=first, by=facilitator)
    assert titles(meeting) == ["Coffee", "Close"]

    agenda = agendas.save(meeting=meeting, version=1, items=[item("Talk")], by=facilitator)
    assert (titles(meeting), agenda.version) == (["Talk"], 2)


@pytest.mark.parametrize("stale", [0, 1])
def test_what_somebody_else_stored_is_not_written_over(meeting, facilitator, stale):
    agendas.save(meeting=meeting, version=0, items=[item("One")], by=facilitator)
    agendas.save(meeting=meeting, version=1, items=[item("Two")], by=facilitator)

    with refused("agenda_edited_meanwhile"):
        agendas.save(meeting=meeting, version=stale, items=[item("Three")], by=facilitator)

    assert titles(meeting) == ["Two"]


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([], "agenda_empty"),
        ([item(kind="before")], "agenda_empty"),
        ([item(), item(kind="team_work"), item(kind="team_work")], "team_work_twice"),
    ],
)
def test_an_agenda_that_is_none_is_refused(meeting, facilitator, items, code):
    with refused(code):
        agendas.save(meeting=meeting, version=0, items=items, by=facilitator)

    assert not Agenda.objects.exists()


def test_the_agenda_of_a_closed_meeting_stays(facilitator, meeting):
    type(meeting).objects.update(state="closed")

    with refused("part_not_open"):
        agendas.add_team_work(meeting=meeting, by=facilitator)


def test_only_those_who_plan_the_meeting_edit_it(meeting):
    with pytest.raises(PermissionDenied):
        agendas.follow_the_guide(meeting=meeting, by=PersonFactory())


@pytest.mark.parametrize(("number", "place"), [(1, -2), (2, 3), (3, 3)])
def test_time_for_the_teams_is_put_in_once_and_taken_out(number, place):
    meeting = MeetingFactory(number=number)
    by = member(meeting.initiative)
    before = [plain(line) for line in TEMPLATES[number]]

    for _again in range(2):
        agendas.add_team_work(meeting=meeting, by=by)
    lines = lines_of(meeting)
    assert [line.kind for line in lines].count("team_work") == 1
    assert lines[place].kind == "team_work"

    agendas.drop_team_work(meeting=meeting, by=by)
    assert [plain(line) for line in lines_of(meeting)] == before


def test_the_guides_agenda_comes_back(meeting, facilitator):
    agendas.save(meeting=meeting, version=0, items=[item("Own")], by=facilitator)

    agendas.follow_the_guide(meeting=meeting, by=facilitator)

    assert titles(meeting) == [str(line.title) for line in TEMPLATES[2]]


@pytest.mark.django_db(transaction=True)
def test_of_many_who_store_at_once_one_is_stored():
    meeting = MeetingFactory(number=2)
    by = member(meeting.initiative)

    results = race(
        *[
            lambda name=f"Item {number}": agendas.save(
                meeting=meeting, version=0, items=[item(name), item("Close")], by=by
            )
            for number in range(8)
        ]
    )

    assert problems(results) == ["agenda_edited_meanwhile"] * 7
    assert len(titles(meeting)) == 2
