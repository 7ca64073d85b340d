import pytest
from django.urls import reverse

from tests.factories.accounts import PersonalLinkFactory, member
from tests.factories.process import AttendanceFactory, MeetingFactory, PlanFactory, SeatFactory

pytestmark = pytest.mark.django_db


def test_somebody_joins_from_the_page_of_the_plan(client):
    plan = PlanFactory(
        team__priority__meeting__state="closed",
        team__priority__meeting__group__cluster__slug="optics",
    )
    place = [plan.initiative.slug, "optics"]
    absent = SeatFactory(group=plan.team.group).person
    client.force_login(member(plan.initiative, "recorder"))
    address = reverse("team_join", args=[*place, 1, plan.team_id])
    assert address in client.get(reverse("plan", args=[place[0], plan.pk])).text
    page = client.get(address).text
    assert absent.name in page
    assert f'value="{plan.team.champion_id}"' not in page

    answer = client.post(address, {"person": absent.pk})

    assert answer.url == reverse("group_plans", args=place)
    assert plan.team.members.filter(person=absent).exists()


def test_the_team_is_changed_from_the_page_of_the_plan_and_its_page_tells_who_did(client):
    plan = PlanFactory(
        team__priority__meeting__state="closed",
        team__priority__meeting__group__cluster__slug="optics",
    )
    place, team = [plan.initiative.slug, "optics"], plan.team
    new = SeatFactory(group=team.group).person
    recorder = member(plan.initiative, "recorder")
    client.force_login(recorder)
    address = reverse("action_team", args=[*place, 1, team.pk])
    assert address in client.get(reverse("plan", args=[place[0], plan.pk])).text
    page = client.get(address).text
    assert ("Back to the plans" in page, "Undo this team" in page) == (True, False)

    answer = client.post(address, {"champion": new.pk, "convener": new.pk})

    assert answer.url == reverse("group_plans", args=place)
    team.refresh_from_db()
    assert team.champion == new
    [(words, by, _at)] = client.get(address).context["history"]
    assert (words, by) == ("Champion, convener or next meeting", str(recorder))


def test_a_team_that_has_ended_stands_on_no_personal_home(client):
    plan = PlanFactory(team__priority__meeting__state="closed")
    link = PersonalLinkFactory(person=plan.team.champion)
    meeting = MeetingFactory(group=plan.team.group, number=2)
    meeting.presentations.create(team=plan.team, person=plan.team.champion)
    said = ("Your team:", "Confirm that you present")

    def told():
        home = client.get(reverse("personal_home", args=[link.token])).text
        return [words in home for words in said]

    assert told() == [True, True]
    type(plan).objects.update(state="disbanded")
    assert told() == [False, False]


def test_whoever_has_come_is_not_asked_whether_they_come(client):
    meeting = MeetingFactory(number=2, state="check_in")
    seat = SeatFactory(group=meeting.group)
    link = PersonalLinkFactory(person=seat.person)

    def asked():
        home = client.get(reverse("personal_home", args=[link.token])).text
        return "Do you come to Meeting 2" in home

    assert asked() is True
    AttendanceFactory(meeting=meeting, person=seat.person)
    assert asked() is False
