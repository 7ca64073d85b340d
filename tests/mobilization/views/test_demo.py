"""The demo's start page enters as anybody with one click, and is nowhere outside the demo."""

import pytest
from django.urls import reverse

from accounts.models import Membership
from mobilization.demo.cast import PARTS
from mobilization.demo.region import SLUG
from tests.factories.accounts import InitiativeFactory, MembershipFactory, PersonFactory

pytestmark = pytest.mark.django_db

MANAGER = next(part for part in PARTS if part.key == "manager")
INVITEE = next(part for part in PARTS if part.key == "invitee")


@pytest.fixture
def initiative(settings):
    settings.DEMO = True
    return InitiativeFactory(slug=SLUG)


def enter(client, part):
    return client.post(reverse("demo_enter", args=[part]))


def test_a_visitor_of_the_demo_picks_a_person(client, initiative):
    response = client.get("/", follow=True)
    assert response.redirect_chain == [("/demo/", 302)]
    assert b"Pick a person" in response.content


def test_one_click_signs_in_as_a_member_of_the_team(client, initiative):
    MembershipFactory(
        initiative=initiative, role=Membership.Role.MANAGER, user__email=MANAGER.email
    )
    assert enter(client, "manager").url == f"/i/{SLUG}/"
    assert client.get(f"/i/{SLUG}/").status_code == 200


def test_one_click_follows_a_personal_link(client, initiative):
    person = PersonFactory(initiative=initiative, email=INVITEE.email)
    assert enter(client, "invitee").url == f"/r/{person.links.get().token}/"


def test_nobody_enters_on_get(client, initiative):
    assert client.get(reverse("demo_enter", args=["manager"])).status_code == 405


def test_an_unknown_part_is_not_found(client, initiative):
    assert enter(client, "emperor").status_code == 404


def test_outside_the_demo_there_is_no_such_page(client, initiative, settings):
    settings.DEMO = False
    MembershipFactory(initiative=initiative, user__email=MANAGER.email)
    assert client.get(reverse("demo_start")).status_code == 404
    assert enter(client, "manager").status_code == 404
    assert client.get("/").url == "/accounts/sign-in/"
