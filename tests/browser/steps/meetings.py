"""The three meetings: the lead's and the recorder's screens, phones, and one guest on paper."""

import re

from playwright.sync_api import expect

from mobilization.models import Dot, Meeting
from tests.browser.steps.people import BY_TELEPHONE, CO_CHAIRS, GUEST
from tests.browser.steps.walk import (
    CLUSTER,
    field,
    fill,
    follow,
    go_on_all_the_same,
    in_days,
    press,
    row,
)

POLISH, TRACK, ROAD, HOMES, LAB = (
    "Technicians who can run clean rooms",
    "A shared training center",
    "A road that trucks can use",
    "Homes that nurses can pay",
    "A laboratory open to small firms",
)
# In the order in which the cards are read: first requirements go round before the others.
FILED = {
    POLISH: "Workforce",
    LAB: "Innovation and entrepreneurship",
    HOMES: "Quality of life",
    TRACK: "Workforce",
    ROAD: "Infrastructure",
}
AREA = "People and places to learn"


def the_lead_opens_the_doors(walk):
    """The letter has planned Meeting 1."""
    page = walk.lead
    page.goto(walk.opens("meeting", CLUSTER, 1))
    walk.look(page, "meeting-1-planned")
    follow(page, "Open the console")
    press(page, "Open the check-in")
    walk.recorder.goto(walk.opens("console", CLUSTER, 1))


def people_arrive(walk):
    """Two by their link, one at the administrator's desk, one without an invitation."""
    for phone in (walk.guest, walk.co_chair):
        go_home(phone)
        follow(phone, "Check in")
        phone.get_by_role("heading", name="Welcome").wait_for()
        press(phone, "I am here")
        phone.get_by_text("You are checked in").wait_for()
    walk.look(walk.guest, "checked-in")
    page = walk.administrator
    page.goto(walk.opens("desk", CLUSTER, 1))
    row(page, BY_TELEPHONE).get_by_role("button", name="Check in").click()
    page.get_by_role("heading", name="3 people are here").wait_for()
    page.get_by_text("Somebody not on the list").click()
    fill(page, Name="Nora Walkin", Organization="Sample Coatings")
    press(page, "Add and check in")
    page.get_by_role("heading", name="4 people are here").wait_for()
    walk.look(page, "desk")


def go_home(phone):
    phone.goto(re.match(r"https?://[^/]+/r/[^/]+/", phone.url).group())


def cards_are_written(walk):
    go_on(walk, "Hand out the cards")
    write_card(walk.guest, "Where care and its tools are made", [POLISH, TRACK, ROAD])
    walk.look(walk.guest, "card")
    press(walk.guest, "Store my card")
    walk.guest.get_by_text("Only you can see it until the cards are read").wait_for()
    write_card(walk.co_chair, "Known for healing", [HOMES, POLISH])
    press(walk.co_chair, "Store my card")

    page = walk.recorder
    page.goto(walk.opens("console", CLUSTER, 1))
    row(page, BY_TELEPHONE).get_by_role("link", name="Type from paper").click()
    write_card(page, "Open to small firms", [LAB])
    walk.look(page, "card-from-paper")
    press(page, "Store the card")
    page.get_by_role("heading", name="3 of 4 cards are written").wait_for()
    walk.look(page, "console-cards")


def write_card(page, vision, lines):
    page.get_by_label("vision").fill(vision)
    labels = ["First requirement", "Second requirement", "Third requirement"]
    for label, line in zip(labels, lines, strict=False):
        page.get_by_label(label).fill(line)


def go_on(walk, button):
    """The lead takes the meeting to its next part, and sees that it is there."""
    walk.lead.goto(walk.opens("console", CLUSTER, current(walk).number))
    before = walk.lead.locator("#live").get_attribute("data-part")
    press(walk.lead, button)
    expect(walk.lead.locator("#live")).not_to_have_attribute("data-part", before)


def current(walk):
    return Meeting.objects.exclude(state=Meeting.State.CLOSED).latest("number")


def cards_become_the_list(walk):
    """The recorder files each line as it is read; what was said before counts once."""
    go_on(walk, "Read the cards")
    page = walk.recorder
    page.goto(walk.opens("console", CLUSTER, 1))
    walk.look(page, "console-reading")
    for text, category in FILED.items():
        line = page.get_by_role("form", name=f"File under: {text}")
        line.get_by_role("button", name=category).click()
    page.get_by_label("Or already said as").select_option(label=POLISH)
    press(page, "Already said")
    page.get_by_role("heading", name="5 requirements on the list").wait_for()
    walk.look(page, "console-requirements")
    walk.guest.get_by_text(LAB).wait_for()
    walk.look(walk.guest, "list")


def dots_are_placed(walk):
    """Four by phone, and a fifth is refused; three by the co-chair; two from paper."""
    go_on(walk, "Open the vote")
    phone = walk.guest
    place_dot(phone, POLISH, twice=True)
    for text in (TRACK, ROAD, HOMES):
        place_dot(phone, text)
    phone.get_by_text("0 dots left").wait_for()
    assert phone.get_by_role("button", name=LAB).is_disabled()
    walk.look(phone, "dots")
    for text in (POLISH, HOMES, LAB):
        place_dot(walk.co_chair, text)

    page = walk.recorder
    page.goto(walk.opens("console", CLUSTER, 1))
    row(page, BY_TELEPHONE).get_by_role("link").click()
    for text in (POLISH, LAB):
        place_dot(page, text)
    walk.look(page, "ballot-from-paper")
    follow(page, "Done")
    walk.look(page, "console-dots")
    assert Dot.objects.count() == 9


def place_dot(page, text, twice=False):
    button = page.get_by_role("button", name=text)
    button.dblclick() if twice else button.click()
    page.get_by_role("button", name=text, pressed=True).wait_for()


def a_fifth_dot_is_refused(walk):
    """Also where the phone's page is older than the ballot."""
    phone = walk.guest
    ballot = Dot.objects.filter(ballot__person__name=GUEST)
    assert ballot.count() == 4
    left = phone.context.new_page()
    left.goto(phone.url)
    form = left.locator("form").filter(has=left.get_by_role("button", name=LAB))
    form.get_by_role("button").evaluate("button => button.disabled = false")
    form.get_by_role("button").click()
    left.get_by_text("All your dots are placed").first.wait_for()
    assert ballot.count() == 4
    left.close()


def requirements_are_grouped(walk):
    go_on(walk, "Close the vote")
    page = walk.recorder
    page.goto(walk.opens("console", CLUSTER, 1))
    for text in (POLISH, TRACK):
        page.get_by_label(text).check()
    page.get_by_label("into a new area called").fill(AREA)
    press(page, "New area")
    page.get_by_text("4 dots from 3 people").wait_for()
    walk.look(page, "console-grouping")
    press(page, "Show the areas to the room")
    walk.guest.get_by_text("4 dots from 3 people").wait_for()
    walk.look(walk.guest, "areas")
    press(page, "Ask for consent")
    walk.guest.locator(".levels button").first.click()
    walk.guest.locator(".levels [aria-pressed=true]").wait_for()
    press(page, "Close and show the result")
    walk.guest.get_by_text("How comfortable the group is").wait_for()


def a_team_is_formed(walk):
    """No champion, no team."""
    go_on(walk, "Form the teams")
    page = walk.recorder
    page.goto(walk.opens("console", CLUSTER, 1))
    page.get_by_role("link", name="Form the team").click()
    press(page, "Form the team")
    page.get_by_text("No champion, no team").wait_for()
    field(page, "Champion").select_option(label=GUEST)
    field(page, "Convener").select_option(label=BY_TELEPHONE)
    page.get_by_label(CO_CHAIRS[0]).check()
    walk.look(page, "team-form")
    press(page, "Form the team")
    page.get_by_text("is formed").wait_for()
    walk.look(page, "console-teams")
    walk.lead.goto(walk.opens("console", CLUSTER, 1))
    go_on_all_the_same(walk.lead, "Close the meeting")
    walk.lead.goto(walk.opens("meeting", CLUSTER, 1))
    walk.look(walk.lead, "meeting-1-closed")
    go_home(walk.guest)
    walk.look(walk.guest, "home-after-meeting-1")


def the_next_meeting_hears_the_teams(walk, number):
    """Planned a month later, opened, the champion checked in, and at the plans."""
    page = walk.lead
    page.goto(walk.opens("meeting", CLUSTER, number))
    follow(page, "Plan the meeting")
    fill(page, Starts=in_days(45 + 40 * number))
    press(page, "Save time and place")
    follow(page, "Open the console")
    press(page, "Open the check-in")
    row(page, GUEST).get_by_role("button", name="Check in").click()
    press(page, "Hear the teams")
    follow(page, "Decide on the plans")


def the_lead_closes_the_meeting(walk, number):
    """The team has not presented, and the lead says why."""
    walk.lead.goto(walk.opens("console", CLUSTER, number))
    go_on_all_the_same(walk.lead, "Close the meeting")
