from datetime import UTC, datetime

import pytest
from django.urls import reverse

from accounts.models import Membership, Person
from mobilization.models import Attendance, Meeting
from tests.factories.accounts import PersonFactory, member
from tests.factories.process import (
    MEETING_AT,
    AttendanceFactory,
    ClusterGroupFactory,
    InvitationFactory,
    MeetingFactory,
    PlanFactory,
    RequirementFactory,
    SeatFactory,
    TeamFactory,
    present,
)

pytestmark = pytest.mark.django_db

Role = Membership.Role
STAFF = set(Role)
ROOM = {Role.MANAGER, Role.LEAD_FACILITATOR, Role.RECORDER}

MAY_OPEN = {
    "meeting": STAFF,
    "meeting_plan": STAFF,
    "desk": STAFF,
    "walk_in": STAFF,
    "console": ROOM,
    "requirement_new": ROOM,
}


@pytest.fixture
def group():
    return ClusterGroupFactory(
        cluster__name="Optics", cluster__slug="optics", cluster__initiative__slug="here"
    )


@pytest.fixture
def sign_in(client, group):
    def as_role(role=Role.RECORDER):
        client.force_login(member(group.initiative, role))
        return client

    return as_role


def address(name, number=1, *args):
    return reverse(name, args=["here", "optics", number, *args])


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("name", "allowed"), list(MAY_OPEN.items()))
def test_the_pages_of_a_meeting_open_to_their_roles(group, sign_in, role, name, allowed):
    MeetingFactory(group=group, state="check_in")
    answer = sign_in(role).get(address(name))
    assert answer.status_code == (200 if role in allowed else 403)


@pytest.mark.parametrize("name", MAY_OPEN)
def test_the_pages_of_a_meeting_are_not_found_from_elsewhere(group, client, name):
    MeetingFactory(group=group)
    client.force_login(member(MeetingFactory().initiative))
    assert client.get(address(name)).status_code == 404


@pytest.mark.parametrize("name", ["meeting", "meeting_plan"])
def test_there_is_no_fourth_meeting(group, sign_in, name):
    assert sign_in().get(address(name, 4)).status_code == 404


def test_the_next_meeting_is_proposed_a_calendar_month_later_at_the_same_hour(group, sign_in):
    starts_at = datetime(2027, 1, 31, 13, 0, tzinfo=UTC)
    MeetingFactory(group=group, starts_at=starts_at, place="Town hall")
    page = sign_in().get(address("meeting_plan", 2))
    assert 'value="2027-02-28T08:00"' in page.text
    assert 'value="Town hall"' in page.text


def test_times_are_entered_in_the_time_zone_of_the_initiative(group, sign_in):
    answer = sign_in().post(
        address("meeting_plan"),
        {"starts_at": "2027-03-04T08:00", "place": "Town hall", "dots_each": 3},
    )
    assert answer.url == address("meeting")
    assert list(Meeting.objects.values_list("number", "starts_at", "place", "dots_each")) == [
        (1, MEETING_AT, "Town hall", 3)
    ]
    assert "8:00 AM EST" in sign_in().get(address("meeting")).text


def test_the_number_of_dots_is_asked_for_in_meeting_1_until_its_vote(group, sign_in):
    assert 'name="dots_each"' in sign_in().get(address("meeting_plan")).text
    assert 'name="dots_each"' not in sign_in().get(address("meeting_plan", 2)).text
    MeetingFactory(group=group, state="voting", dots_each=3)
    assert 'name="dots_each"' not in sign_in().get(address("meeting_plan")).text
    answer = sign_in().post(
        address("meeting_plan"), {"starts_at": "2027-03-04T08:00", "place": "Hall", "dots_each": 5}
    )
    assert answer.url == address("meeting")
    assert Meeting.objects.get().dots_each == 3


def test_a_plan_without_a_place_comes_back_as_it_was_typed(group, sign_in):
    answer = sign_in().post(address("meeting_plan"), {"starts_at": "2027-03-04T08:00"})
    assert 'value="2027-03-04T08:00"' in answer.text
    assert not Meeting.objects.exists()


def test_the_page_says_what_comes_first_and_what_the_guide_says(group, sign_in):
    assert "Plan the meeting" in sign_in().get(address("meeting")).text

    MeetingFactory(group=group)
    MeetingFactory(group=group, number=2)  # on the same day
    page = sign_in().get(address("meeting")).text
    assert "Next: open the check-in" in page
    assert "less than one month apart" in page


@pytest.mark.parametrize(
    ("number", "state", "told"), [(1, "planned", True), (1, "closed", False), (2, "planned", False)]
)
def test_answers_are_counted_while_they_speak_of_this_meeting(group, sign_in, number, state, told):
    MeetingFactory(group=group, number=number, state=state)
    seat = SeatFactory(group=group)
    InvitationFactory(seat=seat, state="accepted", answered_at=MEETING_AT)
    SeatFactory(group=group, role="co_chair")  # comes without being asked
    page = sign_in().get(reverse("meeting", args=["here", "optics", number])).content.decode()
    assert ("2 of 2 on the list will come." in page) is told


def test_meeting_2_shows_the_plans_of_the_group(group, sign_in):
    PlanFactory(team__priority__meeting=MeetingFactory(group=group), title="Forty technicians")
    MeetingFactory(group=group, number=2, state="deciding")
    assert "Forty technicians" in sign_in().get(address("meeting", 2)).text


def test_the_page_of_a_closed_meeting_shows_what_it_came_to(group, sign_in):
    team = TeamFactory(priority__meeting=MeetingFactory(group=group))
    RequirementFactory(meeting=team.priority.meeting, text="Technicians who polish")
    assert "Technicians who polish" not in sign_in().get(address("meeting")).text

    Meeting.objects.update(state="closed")
    page = sign_in().get(address("meeting")).text
    assert ("Technicians who polish" in page, team.champion.name in page) == (True, True)


def test_a_move_leads_to_the_console_in_the_next_part(group, sign_in):
    MeetingFactory(group=group)
    answer = sign_in().post(address("meeting_move"), {"move": "open_check_in"}, follow=True)
    assert answer.redirect_chain == [(address("console"), 302)]
    assert "Hand out the cards" in answer.text


def test_a_move_that_is_not_open_is_told_in_words(group, sign_in):
    MeetingFactory(group=group)
    answer = sign_in().post(
        address("meeting_move"),
        {"move": "open_voting"},
        headers={"Referer": address("console")},
        follow=True,
    )
    assert "is no longer open: this is now “Planned”" in answer.text


def test_whoever_said_yes_stands_first_at_the_desk(group, sign_in):
    MeetingFactory(group=group, state="check_in")
    for name, state in [("Ada", "declined"), ("Zoe", "accepted")]:
        InvitationFactory(
            seat__group=group,
            seat__person=PersonFactory(initiative=group.initiative, name=name),
            state=state,
            answered_at=MEETING_AT,
        )
    page = sign_in(Role.ADMINISTRATOR).get(address("desk")).text
    assert page.index("<strong>Zoe") < page.index("<strong>Ada")


@pytest.mark.parametrize(("role", "back"), [(Role.RECORDER, "console"), ("administrator", "desk")])
def test_the_desk_checks_somebody_in(group, sign_in, role, back):
    MeetingFactory(group=group, state="check_in")
    person = SeatFactory(group=group).person
    answer = sign_in(role).post(address("check_in", 1, person.pk))
    assert answer.url == address(back)
    assert list(Attendance.objects.values_list("person", "source")) == [(person.pk, "desk")]


def test_a_mistake_at_the_desk_is_undone_by_the_room(group, sign_in):
    meeting = MeetingFactory(group=group, state="cards")
    person = present(meeting)
    undo = address("check_in_undo", 1, person.pk)
    assert sign_in(Role.ADMINISTRATOR).post(undo).status_code == 403
    assert sign_in(Role.RECORDER).post(undo).url == address("desk")
    assert not Attendance.objects.exists()


def test_people_of_other_groups_are_not_at_this_desk(group, sign_in):
    MeetingFactory(group=group, state="check_in")
    stranger = SeatFactory().person
    assert sign_in().post(address("check_in", 1, stranger.pk)).status_code == 404


def test_a_walk_in_without_a_name_comes_back_as_it_was_typed(group, sign_in):
    MeetingFactory(group=group, state="check_in")
    answer = sign_in().post(address("walk_in"), {"name": "", "organisation": "Example Optics"})
    assert 'value="Example Optics"' in answer.text
    assert not Person.objects.exists()


def test_a_walk_in_is_checked_in(group, sign_in):
    MeetingFactory(group=group, state="cards")
    answer = sign_in().post(
        address("walk_in"), {"name": "Nora Late", "organisation": ""}, follow=True
    )
    assert "Nora Late is checked in." in answer.text


def test_a_name_spelled_twice_is_asked_about_before_anybody_is_added(group, sign_in):
    MeetingFactory(group=group, state="check_in")
    invited = PersonFactory(initiative=group.initiative, name="Zoë Muñoz")
    SeatFactory(group=group, person=invited)
    client = sign_in()
    for typed in ("Zoe Munoz", "Munoz,  Zoe", "ZOE MUNNOZ"):
        answer = client.post(address("walk_in"), {"name": typed, "organisation": "Optics"})
        assert "Zoë Muñoz is on the list." in answer.text
        assert 'type="checkbox" name="is_new"' in answer.text
    assert not Attendance.objects.exists()

    sent = {"name": "Zoe  Munoz", "organisation": "Optics", "is_new": "on"}
    assert client.post(address("walk_in"), {**sent, "in_place_of": invited.pk}).status_code == 302
    added = Attendance.objects.get().person
    assert (added.name, added == invited) == ("Zoe Munoz", False)
    assert "in the place of Zoë Muñoz" in client.get(address("desk")).text
    again = {"name": "zoe munoz", "organisation": "optics", "is_new": "on"}
    assert client.post(address("walk_in"), again).status_code == 302
    assert Attendance.objects.count() == 1


def test_the_desk_notes_and_clears_in_whose_place_somebody_comes(group, sign_in):
    meeting = MeetingFactory(group=group, number=2, state="check_in")
    deputy, boss = present(meeting, name="Nora Late"), present(meeting, name="Omar Vale")
    client, form = sign_in(), address("substitute", 2, deputy.pk)
    assert form in client.get(address("desk", 2)).text

    page = client.post(form, {"in_place_of": boss.pk}, follow=True).text
    assert "Nora Late comes in the place of Omar Vale." in page
    assert "and both are checked in. Take back the check-in of who is not here" in flat(page)
    assert "votes" not in page
    assert f'value="{boss.pk}" selected' in client.get(form).text
    assert f'value="{deputy.pk}"' not in client.get(form).text

    page = client.post(form, {"in_place_of": ""}, follow=True).text
    assert "Nora Late comes in the place of nobody." in page
    assert "both are checked in" not in page


def test_a_substitution_of_meeting_1_is_not_at_the_desk_of_meeting_2(group, sign_in):
    first = MeetingFactory(group=group, state="closed")
    second = MeetingFactory(group=group, number=2, state="check_in")
    boss, deputy = present(second, name="Omar Vale"), present(second, name="Nora Late")
    AttendanceFactory(meeting=first, person=deputy, in_place_of=boss)
    client = sign_in()
    assert "in the place of Omar Vale" in client.get(address("desk", 1)).text
    assert "in the place of Omar Vale" not in client.get(address("desk", 2)).text


def test_who_is_not_checked_in_has_no_place_to_come_in(group, sign_in):
    MeetingFactory(group=group, state="check_in")
    invited = SeatFactory(group=group).person
    assert sign_in().get(address("substitute", 1, invited.pk)).status_code == 404


def flat(page):
    return " ".join(page.split())


def test_an_accent_alone_is_asked_about_too_and_makes_no_second_person(group, sign_in):
    MeetingFactory(group=group, state="check_in")
    client = sign_in()
    for typed in ("Zoe Newcomer", "zoe  newcomer"):
        answer = client.post(address("walk_in"), {"name": typed, "organisation": ""})
        assert answer.status_code == 302
    answer = client.post(address("walk_in"), {"name": "Zoë Newcomer", "organisation": ""})
    assert "Zoe Newcomer is on the list." in answer.text
    assert [row.person.name for row in Attendance.objects.all()] == ["Zoe Newcomer"]
    assert Person.objects.count() == 1

    sent = {"name": "Zoë Newcomer", "organisation": "", "is_new": "on"}
    assert client.post(address("walk_in"), sent).status_code == 302
    assert Attendance.objects.count() == 2


def test_the_desk_excuses_who_sent_word_and_says_what_the_guide_aims_at(group, sign_in):
    MeetingFactory(group=group, state="check_in")
    seat = SeatFactory(group=group)
    client = sign_in()
    desk = client.get(address("desk")).text
    assert "The Guide aims at 15 to 20 participants" in desk
    client.post(address("excuse", 1, seat.person_id), {"excused": "yes"})
    assert "1 is excused" in client.get(address("desk")).text
    client.post(address("excuse", 1, seat.person_id), {"excused": "no"})
    assert "is excused" not in client.get(address("desk")).text
    MeetingFactory(group=group, number=2, state="check_in")
    later = client.get(reverse("desk", args=[group.initiative.slug, group.cluster.slug, 2])).text
    assert "The Guide aims at 15 to 20" not in later


@pytest.mark.parametrize("count", [1, 30])
def test_the_desk_asks_the_database_as_often_for_many(
    group, sign_in, django_assert_num_queries, count
):
    MeetingFactory(group=group, state="check_in")
    for _number in range(count):
        InvitationFactory(seat__group=group)
    client = sign_in()
    with django_assert_num_queries(10):
        client.get(address("desk"))


@pytest.mark.parametrize(
    "name",
    ["meeting_move", "check_in", "check_in_undo", "take_over", "group_requirements"],
)
def test_nothing_happens_on_get(group, sign_in, name):
    MeetingFactory(group=group, state="check_in")
    args = [1] if name.startswith("check_in") else []
    assert sign_in().get(address(name, 1, *args)).status_code == 405
