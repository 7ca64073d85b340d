"""The three meetings with eight screens at once, from the door to an action plan."""

import os

import pytest

from accounts.models import Membership
from mobilization.models import Plan, Team
from tests.browser.conftest import ARTIFACTS, PHONE, findings, wait_until_drawn
from tests.browser.steps import joining, listing, networks, presentations, team_plans
from tests.browser.steps import room as steps
from tests.browser.steps.room import BY_CODE, BY_LINK, ON_PAPER, Room, address, link_to_room
from tests.browser.steps.walk import press
from tests.factories.accounts import OrganisationFactory, PersonFactory, member
from tests.factories.process import MEETING_AT, InvitationFactory, MeetingFactory, SeatFactory

pytestmark = pytest.mark.django_db(transaction=True)

PROJECTOR = {"width": 1920, "height": 1080}


@pytest.fixture
def meeting():
    meeting = MeetingFactory(group__cluster__name="Instruments and optics", code="ACDEFG")
    for number, name in enumerate([*BY_LINK, *ON_PAPER, "Ivo Jones"]):
        firm = OrganisationFactory(initiative=meeting.initiative, name=f"Example Optics {number}")
        person = PersonFactory(initiative=meeting.initiative, name=name, organisation=firm)
        role = "co_chair" if number == 0 else "invitee"
        seat = SeatFactory(group=meeting.group, person=person, role=role)
        InvitationFactory(seat=seat, state="accepted", answered_at=MEETING_AT)
    return meeting


@pytest.fixture
def glance():
    """glance(page, name): a picture at the page's own size in both colour schemes, and axe."""
    schemes = [] if os.environ.get("TEST_PICTURES") == "none" else ["dark", "light"]

    def glance_at(page, name):
        ARTIFACTS.mkdir(exist_ok=True)
        width = page.viewport_size["width"]
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            wait_until_drawn(page)
            page.screenshot(path=ARTIFACTS / f"{name}-{width}-{scheme}.png", full_page=True)
            assert findings(page) == []
        if page.locator(".screen__live").count():  # nobody in the room can scroll it
            assert page.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    return glance_at


@pytest.fixture
def room(open_page, meeting, glance, settings, live_server):
    settings.PUBLIC_URL = live_server.url
    lead = member(meeting.initiative, Membership.Role.LEAD_FACILITATOR)
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    room = Room(
        meeting,
        lead=open_page(user=lead),
        recorder=open_page(user=recorder),
        screen=open_page(user=lead, viewport=PROJECTOR),
        phones={name: open_page(viewport=PHONE) for name in [*BY_LINK, BY_CODE]},
        glance=glance,
    )
    for console in (room.lead, room.recorder):
        console.goto(address(meeting, "console"))
    room.screen.goto(address(meeting, "room_screen"))
    for name in BY_LINK:
        room.phones[name].goto(link_to_room(meeting, name))
    return room


def test_three_meetings_on_eight_screens_and_on_paper(room):
    steps.the_doors_are_opened(room)
    steps.people_arrive(room)
    steps.cards_are_written(room)
    listing.the_cards_become_the_list(room)
    steps.dots_are_placed(room)
    steps.requirements_are_grouped_and_the_group_consents(room)
    steps.a_team_is_formed(room)
    team = Team.objects.get()
    phone = room.phones["Ada Brook"]
    joining.an_absent_invitee_joins(room, team, phone)
    team_plans.a_conceptual_plan_is_written_on_a_phone(phone, team)
    presentations.the_meeting_hears_the_teams(room, 2)
    presentations.the_team_has_the_floor(room, 2)
    presentations.the_team_is_heard(room)
    team_plans.meeting_2_takes_it_forward(room.lead, team)
    presentations.wall_and_phone_show_the_plan(room, "Action plan")
    the_meeting_is_closed(room, 2)
    team_plans.the_team_fills_in_the_action_plan(phone, team)
    presentations.the_meeting_hears_the_teams(room, 3)
    presentations.the_team_has_the_floor(room, 3)
    presentations.the_team_is_heard(room)
    team_plans.meeting_3_sends_it_to_the_leadership_group(room.lead, team)
    presentations.wall_and_phone_show_the_plan(room, "With the Leadership Group")
    the_meeting_is_closed(room, 3)
    assert Plan.objects.get().state == "with_leadership"


def test_a_phone_without_scripts_takes_part_by_loading_the_page_anew(open_page, meeting):
    phone = open_page(viewport=PHONE, java_script_enabled=False)
    phone.goto(link_to_room(meeting, BY_LINK[0]))
    networks.a_phone_without_scripts_writes_a_card(phone, meeting)
    networks.a_phone_without_scripts_places_its_dots(phone, meeting)
    screen = open_page(user=member(meeting.initiative))
    screen.goto(address(meeting, "room_screen"))
    networks.a_long_word_stays_on_the_phone_and_on_the_wall(phone, screen, meeting)


def the_meeting_is_closed(room, number):
    meeting = room.meeting.group.meetings.get(number=number)
    room.lead.goto(address(meeting, "console"))
    press(room.lead, "Close the meeting")
    room.lead.get_by_text("The meeting is over").first.wait_for()
