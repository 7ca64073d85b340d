"""Whose turn it is to read, on the wall and on the phones."""

import re

from playwright.sync_api import expect

from tests.browser.steps.networks import VISION


def all_screens_say_who_reads(room):
    """One after the other, or whoever the recorder calls."""
    ada, ben = room.phones["Ada Brook"], room.phones["Ben Carver"]
    expect(ada.get_by_role("heading", name="It is your turn")).to_be_visible()
    expect(ben.get_by_role("heading", name="You are next")).to_be_visible()
    expect(room.screen.get_by_text(re.compile("then Ben Carver"))).to_be_visible()
    call(room.recorder, "Cleo Dunn")
    expect(room.screen.get_by_text("Cleo Dunn", exact=True)).to_be_visible()
    expect(ada.get_by_role("heading", name="You are next")).to_be_visible()
    call(room.recorder, "Ada Brook")
    expect(ben.get_by_role("heading", name="You are next")).to_be_visible()
    expect(room.screen.get_by_text(VISION)).to_have_count(0)


def call(console, name):
    console.get_by_role("button", name=re.compile(f"{name} . to file")).click()
    expect(console.get_by_role("heading", name=name)).to_be_visible()


def visions_stand_there_once_they_were_read(room):
    expect(room.screen.get_by_text(VISION)).to_have_count(3)
    expect(room.phones["Dora Elm"].get_by_text(VISION)).to_have_count(8)
