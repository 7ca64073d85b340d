"""The recorder files the cards as they are read: by keyboard, in place, without a wait."""

import re

from playwright.sync_api import expect

from tests.browser.steps import reading
from tests.browser.steps.room import COFFEE, go_on
from tests.browser.steps.walk import press

SAID_BESIDE = "A bus that comes at night"


def the_cards_become_the_list(room):
    """With the keyboard: a figure files the line that is read under its category."""
    go_on(room, "Read the cards")
    console = room.recorder
    expect(console.get_by_role("heading", name="Ada Brook")).to_be_visible()
    reading.all_screens_say_who_reads(room)
    room.look("reading")
    the_room_wants_a_category_of_its_own(room, console)
    for _line in range(7):  # faster than anything can answer
        console.keyboard.press("1")
    expect(console.get_by_role("heading", name=heading_of_list(7))).to_be_visible()
    console.keyboard.press("7")
    expect(console.get_by_role("heading", name=heading_of_list(8))).to_be_visible()
    expect(room.screen.get_by_role("heading", name="Breaks")).to_be_visible()
    expect(room.screen.get_by_text(COFFEE)).to_be_visible()
    expect(room.phones["Ben Carver"].get_by_text(COFFEE)).to_be_visible()
    reading.visions_stand_there_once_they_were_read(room)
    room.look("requirements")
    what_is_not_stored_stays_in_its_form(room, console)


def what_is_not_stored_stays_in_its_form(room, console):
    """Said beside the field, with what was typed; a network that is gone is said too."""
    text, category = console.locator("#id_text"), console.locator("#id_category")
    text.fill(SAID_BESIDE)
    console.keyboard.press("Enter")
    expect(category).to_be_focused()
    expect(category).to_have_attribute("aria-invalid", "true")
    expect(text).to_have_value(SAID_BESIDE)
    room.glance(console, "meeting-1-refused-in-place")
    category.select_option("Infrastructure")
    console.context.set_offline(True)
    press(console, "Add to the list")
    expect(console.get_by_text("No connection")).to_be_visible()
    expect(text).to_have_value(SAID_BESIDE)
    console.context.set_offline(False)
    expect(console.get_by_text("No connection")).to_be_hidden()
    press(console, "Add to the list")
    expect(console.get_by_role("heading", name=heading_of_list(9))).to_be_visible()
    expect(text).to_be_focused()
    expect(text).to_have_value("")
    console.keyboard.press("Escape")
    console.keyboard.press("U")
    expect(console.get_by_role("heading", name=heading_of_list(8))).to_be_visible()


def the_room_wants_a_category_of_its_own(room, console):
    """Without the mouse, and the reading goes on where it stood."""
    console.keyboard.press("c")
    expect(console.get_by_label("New category")).to_be_focused()
    room.glance(console, "meeting-1-categories")
    console.keyboard.type("Breaks")
    console.keyboard.press("Enter")
    expect(console.get_by_role("button", name="Breaks")).to_have_attribute("data-key", "7")
    expect(console.get_by_role("heading", name="Ada Brook")).to_be_visible()


def heading_of_list(count):
    return re.compile(rf"^{count} requirements? on the list")
