"""Bad networks: what a phone keeps when it is not heard, or not understood."""

import re

from playwright.sync_api import expect

from mobilization.models import Card, CardLine, Dot, Meeting, PriorityRequirement
from mobilization.services import meetings
from tests.browser.conftest import ARTIFACTS
from tests.browser.steps.walk import press
from tests.factories.accounts import member
from tests.factories.process import PriorityFactory, RequirementFactory

VISION = "Where the world has its lenses made"
LONG = "Feinmechanik" * 13 + "lens"  # 160 letters
PORTAL = "<html><body><h1>Welcome to our Wi-Fi</h1></body></html>"


def a_card_is_kept_until_the_meeting_has_it(room, phone, name):
    """Refused, or answered by somebody else: the words stay. The room has them by itself later."""
    card, first = re.compile(r"/card/$"), phone.get_by_label("First requirement")
    written = first.input_value()
    first.fill("x" * 165)
    expect(phone.get_by_text("5 characters too many; at most 160")).to_be_visible()
    first.fill(written)
    expect(phone.get_by_text(f"{len(written)} of 160 characters")).to_be_visible()
    for status in (403, 404):
        phone.route(card, answering(status=status, body="No"))
        press(phone, "Store my card")
        expect(phone.get_by_text("The meeting does not take this now")).to_be_visible()
        expect(first).to_have_value(written)
        phone.unroute(card)
    room.glance(phone, "meeting-1-card-refused")
    phone.reload()
    expect(first).to_have_value(written)
    expect(phone.get_by_label("vision")).to_have_value(VISION)
    portal = {"status": 200, "content_type": "text/html", "body": PORTAL}
    for answer in (portal, {"status": 429, "body": "Too many"}):
        phone.route(card, answering(**answer))
        press(phone, "Store my card")
        expect(phone.get_by_text("No connection")).to_be_visible()
        expect(first).to_have_value(written)
    first.fill(f"{written} well")
    press(phone, "Store my card")
    phone.unroute(card)
    assert not Card.objects.filter(person__name=name).exists()


def a_paper_ballot_waits_for_the_network(room, console, text):
    """A page that does not follow the room stays too: no page of the browser takes its place."""
    console.context.set_offline(True)
    console.get_by_role("button", name=text).click()
    expect(console.get_by_text("The network is away, so nothing was sent")).to_be_visible()
    room.glance(console, "meeting-1-paper-ballot-offline")
    console.context.set_offline(False)


def answering(**answer):
    """Somebody between the phone and the server, who gives this answer."""
    return lambda route: route.fulfill(**answer)


def a_dot_is_moved_without_a_network(room, phone, old, new):
    """Taken back and placed anew at once; both are sent when the network is back."""
    assert phone.get_by_role("button", name=new).is_disabled()
    phone.context.set_offline(True)
    phone.get_by_role("button", name=old).click()
    expect(phone.get_by_text("1 dot left")).to_be_visible()
    phone.get_by_role("button", name=new).click()
    expect(phone.get_by_text("0 dots left")).to_be_visible()
    expect(phone.get_by_text("No connection")).to_be_visible()
    room.glance(phone, "meeting-1-dot-moved-offline")
    phone.context.set_offline(False)
    expect(phone.get_by_role("button", name=new, pressed=True)).to_be_visible()
    expect(phone.get_by_role("button", name=old, pressed=False)).to_be_disabled()
    expect(phone.get_by_text("No connection")).to_be_hidden()
    assert Dot.objects.filter(requirement__text=new, ballot__person__name="Cleo Dunn").exists()


def a_phone_without_scripts_writes_a_card(phone, meeting):
    lead = member(meeting.initiative)
    meetings.move(meeting=meeting, name="open_check_in", by=lead)
    go_there(phone)
    press(phone, "I am here")
    expect(phone.get_by_text("You are checked in")).to_be_visible()
    meetings.move(meeting=meeting, name="open_cards", by=lead)
    go_there(phone)
    phone.get_by_label("vision").fill(VISION)
    press(phone, "Store my card")
    expect(phone.get_by_text("Nothing was stored yet")).to_be_visible()
    phone.get_by_label("First requirement").fill("Technicians")
    phone.screenshot(path=ARTIFACTS / "meeting-1-without-scripts-390-light.png", full_page=True)
    press(phone, "Store my card")
    expect(phone.get_by_text("Only you can see it until the cards are read")).to_be_visible()


def a_phone_without_scripts_places_its_dots(phone, meeting):
    roads, rails = (RequirementFactory(meeting=meeting, text=text) for text in ("Roads", "Rails"))
    Meeting.objects.filter(pk=meeting.pk).update(state="voting")
    go_there(phone)
    for text in (roads.text, rails.text):
        phone.get_by_role("button", name=text).click()
        expect(phone.get_by_role("button", name=text, pressed=True)).to_be_visible()
    phone.get_by_role("button", name=roads.text).click()
    expect(phone.get_by_text("3 dots left")).to_be_visible()
    assert list(Dot.objects.values_list("requirement", flat=True)) == [rails.pk]


def a_long_word_stays_on_the_phone_and_on_the_wall(phone, screen, meeting):
    """As long as a card takes, without a blank, in every part."""
    card = Card.objects.get()
    Card.objects.update(vision=LONG, first=LONG, second=LONG)
    requirement = RequirementFactory(meeting=meeting, text=LONG)
    CardLine.objects.create(card=card, requirement=requirement, line="first")
    area = PriorityFactory(meeting=meeting, name=LONG[:120])
    PriorityRequirement.objects.create(priority=area, requirement=requirement)
    for state in ("cards", "requirements", "voting", "grouping", "teams", "closed"):
        Meeting.objects.filter(pk=meeting.pk).update(state=state, code=None)
        for page in (phone, screen):
            page.reload()
            expect(page.locator("#live")).to_have_attribute("data-part", state)
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= page.viewport_size["width"], (state, width)
            name = f"long-word-{state}-{page.viewport_size['width']}-light.png"
            page.screenshot(path=ARTIFACTS / name, full_page=True)


def go_there(phone):
    """What a script would do by itself."""
    phone.get_by_role("link", name="Load the page anew").first.click()
