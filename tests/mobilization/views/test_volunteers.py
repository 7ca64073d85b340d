from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts import links
from mobilization.models import Meeting, Team, TeamMember
from tests.factories.accounts import member
from tests.factories.process import (
    BallotFactory,
    MeetingFactory,
    PriorityFactory,
    RequirementFactory,
    TeamFactory,
    present,
)

pytestmark = pytest.mark.django_db


def test_the_room_forms_its_teams_area_by_area(client):
    meeting = MeetingFactory(
        group__cluster__slug="optics", group__cluster__initiative__slug="here", state="teams"
    )
    people, roads = (PriorityFactory(meeting=meeting, name=name) for name in ("People", "Roads"))
    ada = present(meeting, name="Ada Brook", phone="555-0101")
    ben = present(meeting, name="Ben Carver", phone="555-0102")
    requirement = RequirementFactory(meeting=meeting)
    people.places.create(requirement=requirement)
    ballot = BallotFactory(meeting=meeting, person=ben)
    ballot.dots.create(requirement=requirement, source="phone", offer="work")
    recorder = type(client)()
    recorder.force_login(member(meeting.initiative, "recorder"))

    def at(name, *args):
        return reverse(name, args=["here", "optics", 1, *args])

    def on_phone(name, *args):
        return reverse(name, args=[links.for_person(ada).token, *args])

    client.post(on_phone("own_area", meeting.pk, people.pk), {"say": "lead"})
    console = recorder.get(at("console"))
    shown = [(row.team.area.name, row.team.is_current) for row in console.context["forming"]]
    assert shown == [("People", True), ("Roads", False)]
    asked = console.context["forming"][0].candidates
    assert [who.name for who in asked.workers] == ["Ben Carver"]
    screen = recorder.get(at("room_screen")).text
    assert ("Ada Brook" in screen, "Ben Carver" in screen) == (True, False)

    recorder.post(at("volunteer_new", people.pk), {"person": ben.pk, "way": "named"})
    nobody = recorder.post(at("volunteer_new", people.pk), {"way": "floor"}, follow=True)
    assert "Choose somebody from the list" in nobody.text
    form = recorder.get(at("action_team_new", people.pk)).context["form"]
    assert form.initial == {"champion": ada.pk, "members": [ada.pk, ben.pk]}
    before_teams = recorder.get(at("console")).context["leaving"]
    assert [rule.sentence for rule in before_teams] == [
        "It is not agreed yet when the plans are drafted."
    ]
    recorder.post(at("action_team_new", people.pk), {"champion": ada.pk, "members": [ben.pk]})
    recorder.post(at("area_pass", roads.pk), {"passed": "yes"})
    recorder.post(at("drafting_choose"), {"option": "between"})
    console = recorder.get(at("console"))
    assert [row.team.is_current for row in console.context["forming"]] == [False, False]
    assert [rule.light for rule in console.context["leaving"]] == ["amber", "green"]

    team = Team.objects.get()
    for browser, address in (
        (recorder, at("team_contacts", team.pk)),
        (client, on_phone("personal_contacts", team.pk)),
    ):
        assert "555-01" not in browser.get(address).text
    Meeting.objects.update(state="closed")
    client.post(on_phone("own_contact", meeting.pk, team.pk), {"shares": "yes"})
    contacts = client.get(on_phone("personal_contacts", team.pk)).text
    assert ("555-0101" in contacts, "555-0102" in contacts) == (True, False)
    assert "My team may have my address" in client.get(on_phone("room", meeting.pk)).text


@pytest.mark.parametrize(("days", "words"), [(-1, "No date yet"), (1, "Town hall")])
def test_a_contact_list_names_no_meeting_that_is_over(client, days, words):
    date = timezone.now() + timedelta(days=days)
    team = TeamFactory(next_date=date, next_place="Town hall")
    client.force_login(member(team.initiative))
    place = [team.initiative.slug, team.group.cluster.slug, 1, team.pk]
    page = client.get(reverse("team_contacts", args=place)).text
    assert [text in page for text in ("No date yet", "Town hall")] == [
        text == words for text in ("No date yet", "Town hall")
    ]


@pytest.mark.parametrize("rows", [1, 30])
def test_a_contact_list_asks_the_same_queries(client, rows, django_assert_num_queries):
    team = TeamFactory()
    for _number in range(rows):
        TeamMember.objects.create(team=team, person=present(team.priority.meeting))
    initiative, group = team.initiative, team.group
    client.force_login(member(initiative))
    address = reverse("team_contacts", args=[initiative.slug, group.cluster.slug, 1, team.pk])
    with django_assert_num_queries(7):
        assert client.get(address).status_code == 200
