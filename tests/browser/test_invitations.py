"""From an empty list of people to an invitee's answer on a phone."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from core import jobs
from core.models import Job
from mobilization.models import Invitation
from tests.browser.conftest import PHONE
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.clusters import ClusterFactory, ClusterIndustryFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_manager_calls_a_group_together_and_an_invitee_answers(open_page, look):
    manager = given_an_initiative_with_a_cluster()
    page = open_page(manager)

    when_the_manager_adds_people(page, look)
    when_the_manager_chooses_the_cluster(page, look)
    when_the_manager_fills_the_seats(page, look)
    when_the_manager_writes_the_letter(page, look)
    when_the_letters_are_sent(page, look)
    phone = open_page(viewport=PHONE)
    when_the_invitee_accepts(phone, look)

    then_the_list_shows_who_comes(page, look)


def given_an_initiative_with_a_cluster():
    initiative = InitiativeFactory(slug="central-ohio", name="Central Ohio")
    cluster = ClusterFactory(initiative=initiative, slug="instruments", name="Instruments")
    for code in ("3345", "3332"):
        ClusterIndustryFactory(cluster=cluster, naics=code)
    return member(initiative)


def when_the_manager_adds_people(page, look):
    page.goto("/i/central-ohio/people/organizations/new/")
    page.get_by_label("Name").fill("Bright Instruments")
    page.get_by_label("Industry").fill("3345")
    page.get_by_role("button", name="Add the organization").click()
    for name in ("Cora Chair", "Ada Anvil"):
        page.goto("/i/central-ohio/people/new/")
        page.get_by_label("Name").fill(name)
        page.get_by_label("Organization").select_option("Bright Instruments")
        page.get_by_label("E-mail address").fill(f"{name.split()[0].lower()}@example.com")
        page.get_by_role("button", name="Add the person").click()
    look(page, "people")
    page.get_by_role("link", name="Ada Anvil").click()
    look(page, "person")


def when_the_manager_chooses_the_cluster(page, look):
    page.goto("/i/central-ohio/groups/")
    look(page, "groups-empty")
    page.get_by_role("link", name="Choose a cluster").click()
    page.get_by_label("Cluster").select_option("Instruments")
    page.get_by_label("Reason").fill("It is large and its employers asked for it.")
    look(page, "group-choose")
    page.get_by_role("button", name="Choose the cluster").click()


def when_the_manager_fills_the_seats(page, look):
    for role, name in (("Co-chair", "Cora Chair"), ("Invitee", "Ada Anvil")):
        page.get_by_role("link", name="Add people").click()
        page.get_by_label("As").select_option(role)
        page.get_by_label(name).check()
        page.get_by_role("button", name="Add them to the list").click()
    look(page, "group")
    expect(page.get_by_role("link", name="Find somebody in 3332")).to_be_visible()


def when_the_manager_writes_the_letter(page, look):
    meeting = timezone.now() + timedelta(days=60)
    page.get_by_role("link", name="Letter and answers").click()
    page.get_by_role("link", name="Write the letter").click()
    page.get_by_label("First meeting").fill(f"{meeting:%Y-%m-%d}T08:00")
    page.get_by_label("Place").fill("Public library, room 2")
    page.get_by_label("Reply by").fill(f"{meeting - timedelta(days=14):%Y-%m-%d}")
    look(page, "letter")
    page.get_by_role("button", name="Save the letter").click()
    look(page, "letter-preview")
    page.get_by_role("link", name="Go on to the list").click()


def when_the_letters_are_sent(page, look):
    page.get_by_role("button", name="Send 1 letter").click()
    page.get_by_text("Waiting for a free worker").wait_for()
    jobs.run(Job.objects.get().pk)
    page.get_by_text("1 letter was sent.").wait_for()
    page.get_by_role("link", name="See the invitation list").click()
    look(page, "invitations")


def when_the_invitee_accepts(phone, look):
    (letter,) = mail.outbox
    assert letter.to == ["ada@example.com"]
    (address,) = re.findall(r"http://[^/]+(/r/\S+)", letter.body)
    phone.goto(address)
    look(phone, "answer")
    phone.get_by_role("button", name="Yes, I will come").click()
    phone.get_by_text("You have told us that you will come.").wait_for()
    look(phone, "answer-given")


def then_the_list_shows_who_comes(page, look):
    page.reload()
    look(page, "invitations-answered")
    expect(page.get_by_role("link", name="Will come 1")).to_be_visible()
    assert Invitation.objects.get().state == Invitation.State.ACCEPTED
