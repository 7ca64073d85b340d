import pytest
from django.urls import reverse

from tests.factories.accounts import member
from tests.factories.process import PlanFactory, SeatFactory

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
