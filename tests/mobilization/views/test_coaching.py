"""The page of a team's coaching."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mobilization.models import CoachingTalk
from tests.factories.accounts import member
from tests.factories.process import TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return TeamFactory()


@pytest.fixture
def recorder(client, team):
    user = member(team.initiative, "recorder")
    client.force_login(user)
    return user


def url(team, name="coaching_log"):
    return reverse(name, args=[team.initiative.slug, team.pk])


def test_a_talk_is_written_down_and_stands_on_the_page(client, team, recorder):
    assert client.get(url(team)).context["advice"].light == "amber"
    sent = {"day": "2026-05-04", "way": "visit", "text": "Two firms still decide"}
    page = client.post(url(team), sent, follow=True)
    assert [talk.text for talk in page.context["talks"]] == ["Two firms still decide"]
    assert page.context["advice"].light == "green"


def test_a_day_that_is_still_to_come_is_marked_and_the_words_are_kept(client, team, recorder):
    tomorrow = timezone.localdate() + timedelta(days=1)
    page = client.post(url(team), {"day": tomorrow, "way": "phone", "text": "A long report"})
    assert list(page.context["form"].errors) == ["day"]
    assert "A long report" in page.content.decode()
    assert not CoachingTalk.objects.exists()


def test_a_facilitator_is_chosen_from_those_who_facilitate(client, team, recorder):
    other = member(team.initiative, "administrator")
    page = client.post(url(team, "coaching_assign"), {"user": recorder.pk}, follow=True)
    assert page.context["facilitator"] == recorder
    client.post(url(team, "coaching_assign"), {"user": other.pk})
    assert client.get(url(team)).context["facilitator"] == recorder


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_takes_the_same_queries(client, team, recorder, rows, django_assert_num_queries):
    CoachingTalk.objects.bulk_create(
        CoachingTalk(team=team, day="2026-05-04", text=f"Talk {number}") for number in range(rows)
    )
    client.get(url(team))
    with django_assert_num_queries(8):
        page = client.get(url(team))
    assert len(page.context["talks"]) == rows
