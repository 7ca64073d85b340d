import pytest
from django.urls import reverse

from mobilization.models import Agenda, AgendaItem
from mobilization.services import agendas as services
from tests.factories.accounts import member
from tests.factories.process import MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(number=2, group__cluster__slug="optics")


@pytest.fixture
def open_page(client, meeting):
    client.force_login(member(meeting.initiative, "recorder"))

    def visit(name, data=None):
        address = reverse(name, args=[meeting.initiative.slug, "optics", 2])
        return client.get(address) if data is None else client.post(address, data)

    return visit


def rows(*items, version=0, **more):
    data = {"version": version, "items-TOTAL_FORMS": len(items), "items-INITIAL_FORMS": 0}
    for number, item in enumerate(items):
        data |= {f"items-{number}-{name}": value for name, value in item.items()}
    return data | more


def item(title, place, minutes=30, **more):
    return {"title": title, "place": place, "minutes": minutes, "kind": "meeting", **more}


def test_the_meetings_page_shows_the_agenda_with_its_times(open_page):
    text = open_page("meeting").text

    assert "7:30 AM" in text
    assert "9:50 AM" in text
    assert "takes 2 h 00 min" in text
    assert "The teams have not met: add time" in text


def test_a_short_agenda_is_a_soft_gate(open_page, meeting):
    item = {"title": "Talk", "minutes": 100, "kind": "meeting"}
    services.save(meeting=meeting, version=0, items=[item], by=member(meeting.initiative))

    assert "takes 1 h 40 min; the Guide asks for at least two" in open_page("meeting").text


def test_the_form_begins_with_what_stands_there(open_page):
    text = open_page("agenda_edit").text

    assert 'value="Overview of Meeting 1"' in text
    assert 'name="items-5-title"' in text  # a spare row


def test_places_order_the_items_and_marked_ones_go(open_page, meeting):
    gone = item("Gone", 1, gone="on")

    answer = open_page(
        "agenda_edit", rows(item("Late", 9), gone, item("Early", 2), item("Last", ""))
    )

    assert answer.status_code == 302
    assert list(AgendaItem.objects.values_list("title", flat=True)) == ["Early", "Late", "Last"]


def test_an_item_names_a_part_of_this_meetings_console(open_page):
    open_page("agenda_edit", rows(item("Plans", 1, state="deciding")))
    assert AgendaItem.objects.get().state == "deciding"

    answer = open_page("agenda_edit", rows(item("Dots", 1, state="voting"), version=1))
    assert answer.status_code == 200
    assert "is not one of the available choices" in answer.text


def test_a_mistake_keeps_what_was_typed(open_page):
    text = open_page("agenda_edit", rows(item("Talk", 1, minutes=999))).text

    assert "Nothing was stored yet" in text
    assert 'value="Talk"' in text
    assert not Agenda.objects.exists()


def test_a_conflict_keeps_the_words_and_shows_the_other_version(open_page, meeting):
    other = {"title": "Theirs", "minutes": 5, "kind": "meeting"}
    services.save(meeting=meeting, version=0, items=[other], by=member(meeting.initiative))

    answer = open_page("agenda_edit", rows(item("Mine", 1)))
    assert 'value="Mine"' in answer.text
    assert "Theirs" in answer.text

    open_page("agenda_edit", rows(item("Mine", 1), version=1))
    assert list(AgendaItem.objects.values_list("title", flat=True)) == ["Mine"]


def test_the_run_sheet_holds_script_and_roles(open_page):
    text = open_page("run_sheet").text

    assert "probing but constructive" in text
    assert "Thank the teams" in text


def test_the_agenda_is_lengthened_with_one_press(open_page):
    open_page("agenda_change", {"change": "add_team_work"})

    assert "takes 2 h 45 min" in open_page("meeting").text
    assert open_page("agenda_change", {"change": "dance"}).status_code == 409


@pytest.mark.parametrize("items", [1, 14])
def test_the_number_of_items_does_not_change_the_queries(
    open_page, meeting, items, django_assert_num_queries
):
    many = [{"title": f"Item {n}", "minutes": 9, "kind": "meeting"} for n in range(items)]
    services.save(meeting=meeting, version=0, items=many, by=member(meeting.initiative))
    open_page("run_sheet")

    with django_assert_num_queries(8):
        open_page("run_sheet")
