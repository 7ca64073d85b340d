import pytest
from django.urls import reverse

from accounts import links
from core.codes import ALPHABET
from mobilization.models import Guest, Meeting
from tests.factories.accounts import PersonFactory, member
from tests.factories.process import GuestFactory, MeetingFactory, SeatFactory, present
from tests.polls import follow

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(
        group__cluster__slug="optics",
        group__cluster__initiative__slug="here",
        state="check_in",
        code="ACDEFG",
    )


@pytest.fixture
def guest(meeting):
    return GuestFactory(meeting=meeting)


@pytest.fixture
def console(meeting, client):
    """A second browser, the recorder's."""
    recorder = type(client)()
    recorder.force_login(member(meeting.initiative, "recorder"))
    return recorder


def act(name, *args):
    return reverse(name, args=["here", "optics", 1, *args])


def knock(client, code, **extra):
    return client.post(reverse("join"), {"code": code, "name": "Nora Late"}, **extra)


@pytest.mark.parametrize("typed", ["ACDEFG", "acdefg", " acd-efg "])
def test_the_code_leads_to_the_door_however_it_is_written(client, meeting, typed):
    answer = knock(client, typed)
    assert answer.url == reverse("door", args=[Guest.objects.get().key])


def test_a_wrong_code_is_told_and_too_many_are_heard_no_more(client, meeting):
    for _number in range(30):
        answer = knock(client, "QQQQQQ")
        assert "No open meeting" in answer.context["form"].errors["code"][0]
    assert answer.text.count('class="notice notice--error"') == 1
    assert 'value="Nora Late"' in answer.text
    assert "No open meeting" in knock(client, "ACDEFG").text
    assert not Guest.objects.exists()
    assert knock(client, "ACDEFG", REMOTE_ADDR="192.0.2.7").status_code == 302


def test_a_wrong_code_is_marked_beside_a_missing_name_and_counts(client, meeting):
    for _number in range(30):
        form = client.post(reverse("join"), {"code": "QQQQQQ", "name": ""}).context["form"]
        assert form.errors.keys() == {"code", "name"}
    assert "No open meeting" in form.errors["code"][0]
    assert "No open meeting" in knock(client, "ACDEFG").text


def test_a_right_code_is_not_marked_where_the_name_is_missing(client, meeting):
    form = client.post(reverse("join"), {"code": "ACDEFG", "name": ""}).context["form"]
    assert form.errors.keys() == {"name"}
    assert form["code"].value() == "ACDEFG"
    assert not Guest.objects.exists()


def test_looking_at_the_page_tells_nothing_of_the_code(client, meeting):
    right, wrong = (
        client.get(reverse("join_meeting", args=[code])) for code in ("ACDEFG", "QQQQQQ")
    )
    assert 'value="ACDEFG"' in right.text
    assert right.status_code == wrong.status_code == 200
    assert meeting.group.cluster.name not in right.text


def test_a_guest_knocks_waits_and_goes_on_by_itself(client, console, meeting):
    knocked = knock(client, "ACDEFG")
    guest = Guest.objects.get()
    door = reverse("door", args=[guest.key])
    assert knocked.url == door
    page = client.get(door)
    assert follow(client, door, page).status_code == 304
    shown = console.get(act("console"))
    assert [row.name for row in shown.context["waiting"]] == ["Nora Late"]

    console.post(act("guest_let_in", guest.pk), {"person": ""})
    room = follow(client, door, page).url
    assert "You are checked in" in client.get(room).text


def test_who_asks_again_under_the_same_name_waits_once(client, meeting):
    door = knock(client, "ACDEFG").url
    page = client.get(reverse("join"))
    assert (door in page.text, "Nora Late, waiting to be let in" in page.text) == (True, True)

    again = client.post(
        reverse("join"), {"code": "ACDEFG", "name": "nora late", "organisation": "Late Optics"}
    )
    assert again.url == door
    client.post(reverse("join"), {"code": "ACDEFG", "name": "Ben Carver"})  # the phone is shared
    knock(type(client)(), "ACDEFG")  # a namesake with a phone of her own
    assert list(Guest.objects.values_list("name", "organisation")) == [
        ("Nora Late", "Late Optics"),
        ("Ben Carver", ""),
        ("Nora Late", ""),
    ]


def test_when_the_meeting_is_over_nobody_waits_at_its_door(client, console, meeting):
    door = knock(client, "ACDEFG").url
    page = client.get(door)
    Meeting.objects.update(state="closed", code=None)

    assert "The meeting is over" in follow(client, door, page).text
    assert "waiting to be let in" not in client.get(reverse("join")).text
    assert "at the door" not in console.get(act("console")).text


def test_a_pass_leads_into_one_meeting_and_nowhere_else(client, console, meeting, guest):
    person = SeatFactory(group=meeting.group).person
    console.post(act("guest_let_in", guest.pk), {"person": person.pk})
    guest.refresh_from_db()
    token = guest.entry.token
    later = MeetingFactory(group=meeting.group, number=2, state="check_in")
    assert client.get(reverse("room", args=[token, meeting.pk])).status_code == 200
    assert client.get(reverse("room", args=[token, later.pk])).status_code == 404
    assert client.get(reverse("personal_home", args=[token])).status_code == 404
    console.post(act("guest_call_back", guest.pk))
    assert client.get(reverse("room", args=[token, meeting.pk])).status_code == 410


def test_whoever_is_turned_away_is_told_and_can_be_called_back(client, console, guest):
    door = reverse("door", args=[guest.key])
    console.post(act("guest_turn_away", guest.pk))
    assert "Please ask the recorder" in client.get(door).text
    console.post(act("guest_call_back", guest.pk))
    assert "Welcome, Nora Late" in client.get(door).text


def test_the_door_names_nobody_and_the_list_of_people_stays_inside(client, meeting):
    present(meeting, name="Ada Brook")
    page = client.get(reverse("join_meeting", args=["ACDEFG"]))
    assert "Ada Brook" not in page.text


def test_the_likely_person_is_proposed(console, meeting, guest):
    for name in ("nora late", "Ada Brook"):
        SeatFactory(
            group=meeting.group, person=PersonFactory(initiative=meeting.initiative, name=name)
        )
    (waiting,) = console.get(act("console")).context["waiting"]
    assert [(choice.name, choice.is_likely) for choice in waiting.choices] == [
        ("Ada Brook", False),
        ("nora late", True),
    ]


def test_a_substitute_says_for_whom_and_the_check_in_list_shows_it(client, console, meeting):
    for name in ("Ada Brook", "Ben Carver"):
        person = PersonFactory(initiative=meeting.initiative, name=name)
        SeatFactory(group=meeting.group, person=person)
    words = {"code": "ACDEFG", "name": "Nora Late", "stands_in_for": "Ada Brok"}
    door = client.post(reverse("join"), words).url
    assert "Ada Brook" not in client.get(door).text

    page = console.get(act("console"))
    assert "“I stand in for Ada Brok”" in page.text
    [waiting] = page.context["waiting"]
    assert [choice.name for choice in waiting.places if choice.is_likely] == ["Ada Brook"]
    chosen = {"person": "", "in_place_of": waiting.places[0].person_id}
    console.post(act("guest_let_in", waiting.pk), chosen)

    assert "in the place of Ada Brook" in console.get(act("console")).text
    export = reverse("export_names", args=["here", "optics", 1, "attendance", "csv"])
    assert "Nora Late,,Ada Brook,By the code," in console.get(export).text


def test_whoever_stands_in_for_nobody_is_not_asked_for_whose_place(console, meeting, guest):
    SeatFactory(group=meeting.group)
    [waiting] = console.get(act("console")).context["waiting"]
    assert waiting.places == []


def test_two_people_share_a_phone(client, console, meeting):
    ada = present(meeting, name="Ada Brook")
    own = reverse("room", args=[links.for_person(ada).token, meeting.pk])
    lent = client.post(reverse("lend", args=[links.for_person(ada).token, meeting.pk]))
    assert lent.url == reverse("join_meeting", args=["ACDEFG"])
    guest = GuestFactory(meeting=meeting, name="Ben Carver")
    console.post(act("guest_let_in", guest.pk), {"person": ""})
    room = client.get(reverse("door", args=[guest.key])).url
    shared = client.get(reverse("join_meeting", args=["ACDEFG"])).context["shared"]
    assert shared == [{"name": "Ada Brook", "url": own}, {"name": "Ben Carver", "url": room}]
    assert "Ada Brook" not in type(client)().get(reverse("join_meeting", args=["ACDEFG"])).text


def test_the_code_lives_from_planning_to_closing(console, meeting):
    Meeting.objects.update(state="teams")
    console.post(act("meeting_move"), {"move": "close"})
    assert Meeting.objects.get().code is None
    console.post(act("meeting_move"), {"move": "reopen"})
    code = Meeting.objects.get().code
    assert (len(code), set(code) - set(ALPHABET)) == (6, set())
