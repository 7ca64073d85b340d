"""Meeting 1 by keyboard alone: the recorder types eighteen people's paper.

usage: .venv/bin/python bench/keyboard.py
A scripted recorder drives a real browser on the project's own server. What counts is how long
each key press is followed by waiting for the software, beside the agenda's minutes of that part.
"""

import os
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(BASE_DIR))

from bench.results import conditions, table, write_section  # noqa: E402
from bench.server import own_database, serving, set_up  # noqa: E402

PEOPLE, DOTS = 18, 4
KEYS_A_SECOND = 3  # who types 36 words a minute
# What several write on their cards as their second and third requirement.
SHARED = ["Trained welders", "Child care", "Broadband", "Faster permits", "Housing", "Seed money"]
AREAS = {
    "People and places to learn": (1, 2, 3),
    "A way to the plants": (4, 5),
    "One voice toward the state": (6,),
}
LONGEST_WAY = 400  # presses of the Tab key; who needs more is lost
FOCUSED = """() => {
  const it = document.activeElement;
  if (it === document.body) return "";
  const label = it.labels && it.labels[0] ? it.labels[0].textContent : "";
  return `${it.textContent} ${label} ${it.getAttribute("aria-label") || ""}`.replace(/\\s+/g, " ");
}"""


@dataclass
class Part:
    """What one part of the meeting took: key presses, seconds of waiting, the longest wait."""

    name: str
    minutes: int
    presses: int = 0
    waits: list = field(default_factory=list)


class Recorder:
    """Hands on a keyboard, eyes on the page."""

    def __init__(self, page):
        self.page = page
        self.parts = []

    def begins(self, name, part):
        from mobilization.presenters.timers import MINUTES

        self.parts.append(Part(name, MINUTES[part]))

    def press(self, key, until=None):
        """Press a key; with `until` wait for what it is to bring about."""
        self.parts[-1].presses += 1
        began = time.perf_counter()
        self.page.keyboard.press(key)
        if until is not None:
            until.first.wait_for()
            self.parts[-1].waits.append(time.perf_counter() - began)

    def types(self, text):
        self.parts[-1].presses += len(text)
        self.page.keyboard.type(text)

    def goes_to(self, words):
        """With the Tab key to the field, link or button that says `words`."""
        for _press in range(LONGEST_WAY):
            if re.search(words, self.page.evaluate(FOCUSED).strip(), re.IGNORECASE):
                return
            self.press("Tab")
        raise LookupError(words)

    def finds(self, words, until):
        """Type part of a name into the field for it, and take the first one that is left."""
        self.press("/")
        self.types(words)
        self.press("Enter", until)

    def chooses(self, words, until):
        self.goes_to(words)
        self.press("Enter", until)


def main():
    at = os.environ.get("DATABASE_URL", "")
    with tempfile.TemporaryDirectory() as folder, own_database(at, Path(folder)) as url:
        set_up(url, Path(folder))
        meeting, cookie = fill()
        with serving() as (port, _process):
            parts = hold(meeting, cookie, port)
    tell(parts)


def fill():
    """(a planned meeting of eighteen people, the session of its recorder)"""
    from django.conf import settings
    from django.test import Client

    from tests.factories.accounts import PersonFactory, member
    from tests.factories.process import MeetingFactory, SeatFactory

    meeting = MeetingFactory(code="ACDEFG")
    for number in range(PEOPLE):
        person = PersonFactory(initiative=meeting.initiative, name=f"Guest {number + 1:02d}")
        SeatFactory(group=meeting.group, person=person)
    client = Client()
    client.force_login(
        member(meeting.initiative, "recorder"),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return meeting, (settings.SESSION_COOKIE_NAME, client.cookies[settings.SESSION_COOKIE_NAME])


def hold(meeting, cookie, port):
    from playwright.sync_api import sync_playwright

    server = f"http://localhost:{port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(base_url=server)
        name, value = cookie
        context.add_cookies([{"name": name, "value": value.value, "url": server}])
        page = context.new_page()
        slug, cluster = meeting.initiative.slug, meeting.group.cluster.slug
        page.goto(f"/i/{slug}/groups/{cluster}/meetings/1/console/")
        recorder = Recorder(page)
        for part in (check_in, cards, reading, voting, grouping, teams):
            part(recorder, page)
        browser.close()
    return recorder.parts


def heading(page, words):
    return page.get_by_role("heading", name=re.compile(words))


def check_in(recorder, page):
    recorder.begins("Check-in", "check_in")
    recorder.press("Shift+N", heading(page, "^0 people are here"))
    for number in range(1, PEOPLE + 1):
        recorder.finds(f"{number:02d}", heading(page, f"^{number} pe"))


def cards(recorder, page):
    recorder.begins("Cards on paper", "cards")
    recorder.press("Shift+N", heading(page, "^0 of 18 cards"))
    for number in range(1, PEOPLE + 1):
        recorder.finds(f"{number:02d}", page.get_by_label("vision"))
        recorder.types("A region known for its makers")
        recorder.goes_to("First requirement")
        recorder.types(f"Requirement of guest {number}")
        for label, text in (("Second requirement", second(number)), ("Third", third(number))):
            recorder.goes_to(label)
            recorder.types(text)
        recorder.chooses("^Store the card", heading(page, f"^{number} of 18 cards"))


def second(number):
    return SHARED[number % 3]


def third(number):
    return SHARED[3 + number % 3]


def reading(recorder, page):
    """First everybody's first requirement, then the others, most of which were said already."""
    recorder.begins("Reading and filing", "requirements")
    recorder.press("Shift+N", heading(page, "Guest 01"))
    for number in range(1, PEOPLE + 1):
        recorder.press(str(1 + number % 6), heading(page, f"^{number} requirements? on the list"))
    listed = set()
    for number in range(1, PEOPLE + 1):
        for left, text in ((1, second(number)), (0, third(number))):
            recorder.press(
                "s" if text in listed else str(1 + number % 6), to_file(page, number, left)
            )
            listed.add(text)


def to_file(page, number, left):
    """The name of a guest in the list of turns, once so many lines of the card are to be filed."""
    words = f"Guest {number:02d} {left} to file" if left else f"Guest {number:02d} ✓"
    return page.locator(".turns__card").filter(has_text=words)


def voting(recorder, page):
    recorder.begins("Dots on paper", "voting")
    recorder.press("Shift+N", heading(page, "^18 people have no dot yet"))
    for number in range(1, PEOPLE + 1):
        recorder.finds(f"{number:02d}", page.get_by_label("Numbers with a dot"))
        recorder.types(" ".join(str(1 + (number + dot) % PEOPLE) for dot in range(DOTS)))
        recorder.press("Enter", heading(page, f"^{number} ballots? with dots"))
    heading(page, "^Everybody here has placed dots").wait_for()


def grouping(recorder, page):
    recorder.begins("Priority areas and comfort", "grouping")
    recorder.press("Shift+N", heading(page, "What the dots say"))
    for area in AREAS:
        for number in AREAS[area]:
            recorder.goes_to(f"Requirement of guest {number}\\b")
            recorder.press("Space")
        recorder.press("a")
        recorder.types(area)
        recorder.press("Enter", heading(page, area))
    recorder.chooses("^Ask for consent", heading(page, "comfort is being taken"))
    recorder.goes_to("^ ?I consent$")
    recorder.types(str(PEOPLE))
    recorder.press("Enter", page.get_by_text(f"0 by phone and {PEOPLE} hands"))
    recorder.press("c", page.get_by_text("Nobody stands against it"))


def teams(recorder, page):
    recorder.begins("Teams", "teams")
    recorder.press("Shift+N", heading(page, "Before people leave"))
    *formed, _passed = AREAS
    for first, area in enumerate(formed, start=1):
        for number in (first, first + 5):
            recorder.goes_to("First from the floor")
            recorder.types(f"Guest {number:02d}")
            recorder.chooses("^From the floor", page.get_by_text(f"Strike: Guest {number:02d}"))
        recorder.chooses(f"^Form the team.*{area}", page.get_by_label("Champion"))
        recorder.goes_to("Champion")
        recorder.types(f"Guest {first:02d}")
        recorder.chooses("^Form the team", page.get_by_text("is formed"))
    recorder.press("x", page.get_by_text("the room went on to the next area"))
    recorder.chooses("^The teams meet before", page.get_by_text("needs a convener and a date"))
    recorder.press("Shift+N", page.get_by_label("Why the room goes on"))
    recorder.types("The teams set their dates tomorrow.")
    recorder.press("Enter", heading(page, "^Closed"))


def tell(parts):
    rows = [
        [
            part.name,
            part.minutes,
            part.presses,
            f"{part.presses / KEYS_A_SECOND / 60:.1f}",
            len(part.waits),
            f"{sum(part.waits):.1f}",
            f"{max(part.waits):.2f}",
        ]
        for part in parts
    ]
    headings = [
        "part",
        "minutes of the agenda",
        "key presses",
        f"minutes at {KEYS_A_SECOND} keys a second",
        "waits",
        "waited, s",
        "longest, s",
    ]
    text = f"{PEOPLE} people, all on paper.\n\n{table(headings, rows)}\n\n{conditions()}"
    print(text)
    write_section("The recorder by keyboard alone", text)


if __name__ == "__main__":
    main()
