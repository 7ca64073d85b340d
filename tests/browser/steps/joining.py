"""The convener asks an absent invitee on the phone, who joins by a link of their own."""

import re

from django.core import mail
from playwright.sync_api import expect

from mobilization.models import TeamMember
from tests.browser.steps.team_plans import personal_home
from tests.browser.steps.walk import follow, press, workers_do_what_waits

ABSENT = "Ivo Jones"


def an_absent_invitee_joins(room, team, phone):
    phone.goto(personal_home(team.convener))
    follow(phone, "Date and absent invitees")
    the_next_date_is_set(phone)
    phone.get_by_label(ABSENT).check()
    room.glance(phone, "convener-asks")
    press(phone, "Ask those who are ticked")
    expect(phone.get_by_text("1 person is asked to join.")).to_be_visible()
    workers_do_what_waits()
    (address,) = re.findall(r"http\S+/join/", mail.outbox[-1].body)
    phone.goto(address)
    expect(phone.get_by_text("You have not answered yet.")).to_be_visible()
    room.glance(phone, "invitee-asked")
    press(phone, "Yes, I join the team")
    expect(phone.get_by_text("You are in the team.")).to_be_visible()
    assert TeamMember.objects.get(team=team, person__name=ABSENT).joined_at
    room.lead.goto(f"/i/{team.initiative.slug}/teams/{team.pk}/invitees/")
    expect(room.lead.get_by_text("Has joined")).to_be_visible()


def the_next_date_is_set(phone):
    follow(phone, "Set date and place")
    phone.get_by_label("Next team meeting").fill("2099-04-01T08:00")
    phone.get_by_label("Place").fill("Town hall")
    press(phone, "Save the date")
    expect(phone.get_by_text("Town hall").first).to_be_visible()


def the_copies_are_ready(room):
    """Before the meeting the console says what is missing; with the copies there it is less."""
    lead = room.lead
    missing = lead.get_by_text("the copies of the plan are not ready")
    expect(missing).to_be_visible()
    console = lead.url
    follow(lead, "Presenters and copies")
    lead.get_by_role("button", name=re.compile("Copies of version")).click()
    expect(lead.get_by_text("1 of 1 plan has its copies ready.")).to_be_visible()
    lead.goto(console)
    expect(missing).to_have_count(0)
