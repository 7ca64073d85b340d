"""Meeting 1 on eight screens at once: two consoles, the room screen, five phones; two on paper."""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from accounts import links
from mobilization.models import Card, Dot, Meeting
from tests.browser.steps import networks
from tests.browser.steps.walk import go_on_all_the_same, press, row
from tests.pictures import photo

BY_LINK = ["Ada Brook", "Ben Carver", "Cleo Dunn", "Dora Elm"]
BY_CODE = "Nora Late"
ON_PAPER = ["Finn Gray", "Gwen Hill"]

POLISH, TRACK, ROAD, HOMES, COFFEE = (
    "Technicians who can polish",
    "A shared test track",
    "A road that trucks can use",
    "Homes that technicians can pay",
    "Better coffee",
)
# Who writes what on the card: one or two requirements.
CARDS = {
    "Ada Brook": [POLISH, TRACK],
    "Ben Carver": [ROAD],
    "Cleo Dunn": [HOMES],
    "Dora Elm": ["Technicians who polish"],
    BY_CODE: [COFFEE],
    "Finn Gray": ["A test track"],
    "Gwen Hill": ["People who polish"],
}
# The list that the recorder files them under, with the keys that are pressed.
DOTS = {
    "Ada Brook": [POLISH, TRACK],
    "Ben Carver": [POLISH, ROAD],
    "Cleo Dunn": [POLISH, TRACK, ROAD, HOMES],
    "Dora Elm": [TRACK],
    BY_CODE: [POLISH],
}


@dataclass
class Room:
    """The meeting, and the eight screens that follow it."""

    meeting: object
    lead: object
    recorder: object
    screen: object
    phones: dict
    glance: object

    def look(self, name):
        """Photograph and scan the console, the room screen and one phone in this phase."""
        for page, which in (
            (self.recorder, "console"),
            (self.screen, "screen"),
            (self.phones["Ada Brook"], "phone"),
        ):
            self.glance(page, f"meeting-1-{name}-{which}")


def address(meeting, name):
    return reverse(name, args=[meeting.initiative.slug, meeting.group.cluster.slug, meeting.number])


def link_to_room(meeting, name):
    person = meeting.group.seats.get(person__name=name).person
    return reverse("room", args=[links.for_person(person).token, meeting.pk])


def go_on(room, button):
    """The lead takes the meeting to its next part; the room screen follows by itself."""
    before = room.screen.locator("#live").get_attribute("data-part")
    press(room.lead, button)
    expect(room.screen.locator("#live")).not_to_have_attribute("data-part", before)


def the_doors_are_opened(room):
    room.look("planned")
    press(room.lead, "Take the lead")
    expect(room.recorder.get_by_text("Leading now:")).to_be_visible()
    go_on(room, "Open the check-in")
    expect(room.screen.get_by_text(room.meeting.code).first).to_be_visible()
    the_code_stands_beside_the_room_screen(room.lead)


def the_code_stands_beside_the_room_screen(console):
    """Wherever the line breaks."""
    link = console.get_by_role("link", name="Room screen").bounding_box()
    code = console.locator(".timer-bar .code").bounding_box()
    assert link["y"] < code["y"] + code["height"] / 2 < link["y"] + link["height"]


def people_arrive(room):
    for name in BY_LINK:
        press(room.phones[name], "I am here")
    for name in BY_LINK:
        expect(room.phones[name].get_by_text("You are checked in")).to_be_visible()
    somebody_joins_by_the_code(room)
    room.recorder.keyboard.press("/")
    room.recorder.keyboard.type("finn")
    room.recorder.keyboard.press("Enter")
    expect(row(room.recorder, "Finn Gray").get_by_text("Here")).to_be_visible()
    row(room.recorder, "Gwen Hill").get_by_role("button", name="Check in").click()
    expect(room.recorder.get_by_role("heading", name="7 people are here")).to_be_visible()
    expect(room.screen.get_by_text("7 people are here")).to_be_visible()
    room.look("check-in")


def somebody_joins_by_the_code(room):
    """A wrong code is told beside the code; the right one waits for the recorder's yes."""
    phone = room.phones[BY_CODE]
    phone.goto(reverse("join"))
    phone.get_by_label("Code").fill("ZZZZZZ")
    phone.get_by_label("Your name").fill(BY_CODE)
    phone.get_by_label("Your organization").fill("Example Coatings")
    press(phone, "Ask to be let in")
    expect(phone.get_by_label("Code")).to_have_attribute("aria-invalid", "true")
    room.glance(phone, "meeting-1-join-refused")
    phone.get_by_label("Code").fill(room.meeting.code)
    press(phone, "Ask to be let in")
    expect(phone.get_by_role("heading", name=f"Welcome, {BY_CODE}")).to_be_visible()
    room.glance(phone, "meeting-1-door")
    waiting = room.recorder.get_by_role("button", name=re.compile(f"Let in.*{BY_CODE}"))
    waiting.click()
    expect(phone.get_by_text("You are checked in")).to_be_visible()


def cards_are_written(room):
    go_on(room, "Hand out the cards")
    for name, phone in room.phones.items():
        expect(phone.get_by_label("First requirement")).to_be_visible()
        fill_card(phone, CARDS[name])
        if name == BY_LINK[0]:
            networks.a_card_is_kept_until_the_meeting_has_it(room, phone, name)
            continue
        press(phone, "Store my card")
        expect(phone.get_by_text("Only you can see it until the cards are read")).to_be_visible()
    for name in ON_PAPER:
        if name == ON_PAPER[0]:
            a_photo_of_the_paper_is_kept(room, name)
        else:
            row(room.recorder, name).get_by_role("link", name="Type from paper").click()
        fill_card(room.recorder, CARDS[name])
        press(room.recorder, "Store the card")
    expect(room.recorder.get_by_role("heading", name="7 of 7 cards are written")).to_be_visible()
    expect(room.phones[BY_LINK[0]].get_by_text(f"{CARDS[BY_LINK[0]][0]} well")).to_be_visible()
    expect(room.screen.get_by_text(POLISH)).to_have_count(0)
    room.look("cards")


def a_photo_of_the_paper_is_kept(room, name):
    """The network is gone when it is sent; later its words are typed beside it."""
    page = room.recorder
    row(page, name).get_by_role("link", name="Photo").click()
    sent = photo()
    file = {"name": sent.name, "mimeType": "image/jpeg", "buffer": sent.read()}
    page.get_by_label("Take a photo").set_input_files(file)
    page.context.set_offline(True)
    press(page, "Keep it")
    expect(page.get_by_text("Nothing has arrived yet")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("1 page is kept.")).to_be_visible()
    room.glance(page, "meeting-1-photo")
    page.get_by_role("link", name="Type the card").click()
    picture = page.get_by_role("img", name="Page 1 of the paper")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("naturalWidth", 60)  # pixels, so it has arrived


def fill_card(page, requirements):
    page.get_by_label("vision").fill(networks.VISION)
    labels = ["First requirement", "Second requirement"]
    for label, text in zip(labels, requirements, strict=False):
        page.get_by_label(label).fill(text)


def dots_are_placed(room):
    go_on(room, "Open the vote")
    for name, texts in DOTS.items():
        for text in texts:
            place_dot(room.phones[name], text)
    expect(room.phones["Cleo Dunn"].get_by_text("0 dots left")).to_be_visible()
    a_phone_without_a_network_sends_later(room, room.phones["Dora Elm"])
    networks.a_dot_is_moved_without_a_network(room, room.phones["Cleo Dunn"], HOMES, COFFEE)
    somebody_offers_to_champion_it(room.phones["Ada Brook"])
    for name in ON_PAPER:
        link = room.recorder.get_by_role("link", name=re.compile(f"Paper or spoken.*{name}"))
        link.click()
        if name == ON_PAPER[0]:
            networks.a_paper_ballot_waits_for_the_network(room, room.recorder, POLISH)
        place_dot(room.recorder, POLISH)
        room.recorder.get_by_role("link", name="Done").click()
    expect(
        room.recorder.get_by_role("heading", name="Everybody here has placed dots")
    ).to_be_visible()
    the_time_runs_over(room)
    room.look("voting")


def the_time_runs_over(room):
    press(room.lead, "Start the timer")
    over = timezone.now() - timedelta(seconds=75)
    Meeting.objects.update(timer_ends_at=over, version=F("version") + 1)
    for page in (room.recorder, room.screen, room.phones["Ada Brook"]):
        expect(page.get_by_text("over time")).to_be_visible()


def place_dot(page, text):
    page.get_by_role("button", name=text).click()
    expect(page.get_by_role("button", name=text, pressed=True)).to_be_visible()


def a_phone_without_a_network_sends_later(room, phone):
    """It keeps the dot, says so, and sends it once when the network is back."""
    phone.context.set_offline(True)
    phone.get_by_role("button", name=ROAD).click()
    expect(phone.get_by_text("No connection")).to_be_visible()
    room.glance(phone, "meeting-1-voting-offline")
    phone.context.set_offline(False)
    expect(phone.get_by_role("button", name=ROAD, pressed=True)).to_be_visible()
    expect(phone.get_by_text("No connection")).to_be_hidden()
    assert Dot.objects.filter(ballot__person__name="Dora Elm").count() == 2


def somebody_offers_to_champion_it(phone):
    phone.get_by_role("button", name=re.compile("champion")).first.click()
    phone.get_by_role("button", name=re.compile("champion"), pressed=True).first.wait_for()
    assert Dot.objects.filter(offer="champion").count() == 1


def requirements_are_grouped_and_the_group_consents(room):
    go_on(room, "Close the vote")
    assert Dot.objects.count() == 13
    console = room.recorder
    for text in (POLISH, TRACK):
        console.get_by_label(text).check()
    room.glance(console, "meeting-1-grouping-marked")
    console.get_by_label("into a new area called").fill("People and places to learn")
    press(console, "New area")
    expect(console.get_by_text("9 dots from 7 people").first).to_be_visible()
    expect(room.screen.get_by_text("look at what belongs together")).to_be_visible()
    console.keyboard.press("v")
    expect(room.screen.get_by_text("People and places to learn")).to_be_visible()
    press(console, "Ask for consent")
    for phone in (room.phones["Ada Brook"], room.phones[BY_CODE]):
        phone.get_by_role("button", name="I consent", exact=True).click()
    room.look("comfort")
    press(console, "Close and show the result")
    expect(room.screen.get_by_text("How comfortable the group is")).to_be_visible()
    room.look("grouping")


def a_team_is_formed(room):
    go_on(room, "Form the teams")
    console = room.recorder
    console.get_by_role("link", name="Form the team").click()
    press(console, "Form the team")
    expect(console.get_by_text("No champion, no team")).to_be_visible()
    console.get_by_label("Champion").select_option(label="Ada Brook")
    console.get_by_label("Convener").select_option(label="Ben Carver")
    console.get_by_label(BY_CODE).check()
    press(console, "Form the team")
    named = f"Ada Brook, Ben Carver, {BY_CODE}"
    expect(console.get_by_text(named)).to_be_visible()
    expect(room.screen.get_by_text("Ada Brook").first).to_be_visible()
    room.look("teams")
    go_on_all_the_same(room.lead, "Close the meeting")
    expect(room.phones["Dora Elm"].get_by_text("The meeting is over")).to_be_visible()
    room.look("closed")
    assert Card.objects.count() == 7
