"""Meetings 2 and 3: one team after the other has the floor, on all screens."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from mobilization.models import Team
from tests.browser.steps import joining, team_plans
from tests.browser.steps.room import address
from tests.browser.steps.walk import follow, press, row

ASKED = ["Who keeps the list of certificates?", "Who pays for it?", "Since when?"]


def the_meeting_hears_the_teams(room, number):
    """Planned and opened by the lead; the team's champion and convener are here."""
    lead, group = room.lead, room.meeting.group
    later = timezone.localtime(room.meeting.starts_at) + timedelta(days=40 * number)
    lead.goto(address(group.meetings.model(group=group, number=number), "meeting_plan"))
    lead.get_by_label("Starts").fill(later.strftime("%Y-%m-%dT10:00"))
    press(lead, "Save time and place")
    follow(lead, "Open the console")
    joining.the_copies_are_ready(room)
    press(lead, "Open the check-in")
    row(lead, "Ada Brook").get_by_role("button", name="Check in").click()
    press(lead, "Hear the teams")
    wall_and_phone_follow(room, number)
    the_team_names_its_presenter(room)
    look(room, number, "next")


def wall_and_phone_follow(room, number):
    meeting = room.meeting.group.meetings.get(number=number)
    champion = Team.objects.get().champion
    room.screen.goto(address(meeting, "room_screen"))
    room.recorder.goto(address(meeting, "console"))
    room.phones["Ada Brook"].goto(f"{team_plans.personal_home(champion)}meetings/{meeting.pk}/")


def look(room, number, name):
    """Photograph and scan the console, the room screen and the phone of who presents."""
    for page, which in (
        (room.recorder, "console"),
        (room.screen, "screen"),
        (room.phones["Ada Brook"], "phone"),
    ):
        room.glance(page, f"meeting-{number}-{name}-{which}")


def the_team_names_its_presenter(room):
    """Nobody was named beforehand: console and phone say so, and one of the team takes the turn."""
    expect(room.recorder.get_by_text("Nobody is named to present:")).to_be_visible()
    phone = room.phones["Ada Brook"]
    press(phone, "I present it")
    expect(phone.get_by_text("You are next.")).to_be_visible()
    expect(room.recorder.get_by_text("call Ada Brook up")).to_be_visible()


def the_team_has_the_floor(room, number):
    """The presenter, the team, then all; the recorder writes for everybody to see."""
    lead, recorder, phone = room.lead, room.recorder, room.phones["Ada Brook"]
    lead.keyboard.press("f")
    expect(room.screen.get_by_text("Ada Brook presents")).to_be_visible()
    expect(room.screen.locator(".timer")).to_be_visible()
    expect(phone.get_by_text("You have the floor.")).to_be_visible()
    look(room, number, "presenter")
    press(lead, "On to the team")
    expect(phone.get_by_text("What does the team add?")).to_have_count(0)
    expect(room.screen.get_by_text("What does the team add?")).to_be_visible()
    press(lead, "On to questions from all")
    expect(room.screen.get_by_text("Ask, suggest, say what is missing.")).to_be_visible()
    expect(room.screen.locator(".timer")).to_have_count(0)
    expect(recorder.get_by_text("probing but constructive questions")).to_be_visible()
    recorder.keyboard.press("q")
    for line in ASKED:  # one after the other, without a look at what became of the one before
        recorder.keyboard.type(line)
        recorder.keyboard.press("Enter")
    for line in ASKED:
        expect(room.screen.get_by_text(line, exact=True)).to_be_visible()
    expect(recorder.get_by_label("Question", exact=True)).to_be_focused()
    expect(recorder.get_by_label("Question", exact=True)).to_have_value("")
    recorder.keyboard.press("Escape")
    look(room, number, "questions")


def the_team_is_heard(room):
    press(room.lead, "This team is heard")
    expect(room.screen.get_by_text("Every team is heard.")).to_be_visible()
    expect(room.phones["Ada Brook"].get_by_text("Every team is heard")).to_be_visible()
    follow(room.lead, "Decide on the plans")


def wall_and_phone_show_the_plan(room, standing):
    """What was decided meanwhile reached them by itself."""
    for page in (room.screen, room.phones["Ada Brook"]):
        expect(page.get_by_text(f"· {standing}")).to_be_visible()
