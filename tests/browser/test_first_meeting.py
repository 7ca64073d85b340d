"""Meeting 1 from the door to the teams: the console, one phone, one person on paper."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts import links
from accounts.models import Membership
from mobilization.models import Card, Dot, Team
from tests.browser.conftest import ARTIFACTS, PHONE, findings
from tests.factories.accounts import OrganisationFactory, PersonFactory, member
from tests.factories.process import MEETING_AT, InvitationFactory, MeetingFactory, SeatFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def meeting():
    meeting = MeetingFactory(group__cluster__name="Instruments and optics")
    for number, name in enumerate(["Ada Brook", "Ben Carver", "Cleo Dunn", "Dora Elm"]):
        firm = OrganisationFactory(initiative=meeting.initiative, name=f"Example Optics {number}")
        person = PersonFactory(initiative=meeting.initiative, name=name, organisation=firm)
        role = "co_chair" if number == 0 else "invitee"
        seat = SeatFactory(group=meeting.group, person=person, role=role)
        InvitationFactory(seat=seat, state="accepted", answered_at=MEETING_AT)
    return meeting


@pytest.fixture
def console(open_page, meeting):
    page = open_page(user=member(meeting.initiative, Membership.Role.RECORDER))
    cluster = meeting.group.cluster
    page.goto(reverse("console", args=[meeting.initiative.slug, cluster.slug, 1]))
    return page


@pytest.fixture
def phone(open_page, meeting):
    """Ada's phone, on the page of the room."""
    page = open_page(viewport=PHONE)
    ada = meeting.group.seats.get(person__name="Ada Brook").person
    page.goto(reverse("room", args=[links.for_person(ada).token, meeting.pk]))
    return page


@pytest.fixture
def glance():
    """glance(page, name): one picture at the page's own width, and axe."""

    def glance_at(page, name):
        ARTIFACTS.mkdir(exist_ok=True)
        page.screenshot(path=ARTIFACTS / f"meeting-1-{name}.png", full_page=True)
        assert findings(page) == []
        width = page.viewport_size["width"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    return glance_at


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def row(page, name):
    return page.get_by_role("listitem").filter(has_text=name)


def test_a_first_meeting_with_a_phone_and_paper(console, phone, meeting, glance):
    given_the_doors_are_open(console, phone, glance)
    when_people_arrive(console, phone, glance)
    when_cards_are_written(console, phone, glance)
    then_the_cards_became_the_list(console, phone, glance)
    when_dots_are_placed(console, phone, glance)
    then_the_dots_are_counted_and_grouped(console, phone, glance)
    then_the_teams_are_written_down(console, phone, glance)


def given_the_doors_are_open(console, phone, glance):
    phone.get_by_role("heading", name="Thursday, March 4, 2027").wait_for()
    glance(console, "planned-console")
    press(console, "Open the check-in")


def when_people_arrive(console, phone, glance):
    press_when_there(phone, "I am here")
    phone.get_by_text("You are checked in").wait_for()
    glance(phone, "check-in-phone")

    row(console, "Ada Brook").get_by_text("Here").wait_for()  # by itself
    row(console, "Ben Carver").get_by_role("button").click()
    console.get_by_text("Somebody not on the list").click()
    console.get_by_role("textbox", name="Name").fill("Nora Late")
    console.get_by_role("textbox", name="Organization").fill("Example Coatings")
    press(console, "Add and check in")
    console.get_by_role("heading", name="3 people are here").wait_for()
    console.get_by_label("Part of a name").fill("nora")
    expect(row(console, "Ada Brook")).not_to_be_visible()
    glance(console, "check-in-console")
    press(console, "Hand out the cards")


def press_when_there(page, name):
    """The page follows the meeting by itself; a poll brings the button within seconds."""
    page.get_by_role("button", name=name, exact=True).wait_for(timeout=15_000)
    press(page, name)


def when_cards_are_written(console, phone, glance):
    press_when_there(phone, "Store my card")
    phone.get_by_text("This field is required").first.wait_for()
    phone.get_by_label("vision").fill("Where the world has its lenses made")
    phone.get_by_label("First requirement").fill("Technicians who can polish")
    phone.get_by_label("Second requirement").fill("A shared test track")
    glance(phone, "card-phone")
    press(phone, "Store my card")
    phone.get_by_text("Only you can see it until the cards are read").wait_for()

    row(console, "Ada Brook").get_by_text("Phone").wait_for()
    assert console.get_by_text("Where the world has its lenses made").count() == 0
    row(console, "Ben Carver").get_by_role("link").click()
    console.get_by_label("vision").fill("Known for measuring")
    console.get_by_label("First requirement").fill("Technicians who can measure")
    press(console, "Store the card")
    row(console, "Ben Carver").get_by_text("Paper").wait_for()
    glance(console, "cards-console")
    console.get_by_text("Keyboard").click()
    console.get_by_role("listitem").filter(has_text="Read the cards").wait_for()
    console.keyboard.press("Shift+N")


def then_the_cards_became_the_list(console, phone, glance):
    console.get_by_role("heading", name="Ada Brook").wait_for()
    console.keyboard.press("1")
    console.get_by_role("heading", name="Ben Carver").wait_for()
    console.keyboard.press("s")
    console.get_by_role("heading", name="Ada Brook").wait_for()
    glance(console, "requirements-console")
    console.get_by_role("button", name="Infrastructure").first.click()
    console.get_by_label("Requirement").fill("A road that trucks can use")
    console.get_by_label("Category").select_option("infrastructure")
    press(console, "Add to the list")
    console.get_by_role("heading", name="3 requirements on the list").wait_for()
    phone.get_by_text("A road that trucks can use").wait_for(timeout=15_000)
    glance(phone, "requirements-phone")
    press(console, "Open the vote")


def when_dots_are_placed(console, phone, glance):
    for text in ("Technicians who can polish", "A shared test track"):
        phone.get_by_role("button", name=text).click(timeout=15_000)
        phone.get_by_role("button", name=text, pressed=True).wait_for()
    phone.get_by_text("2 dots left").wait_for()
    phone.get_by_role("button", name="A shared test track").click()
    phone.get_by_text("3 dots left").wait_for()
    glance(phone, "dots-phone")
    then_a_dot_without_a_network_arrives_later(phone)

    row(console, "Ada Brook").get_by_text("Begun").wait_for()
    row(console, "Ben Carver").get_by_role("link").click()
    for text in ("Technicians who can polish", "A road that trucks can use"):
        console.get_by_role("button", name=text).click()
        console.get_by_role("button", name=text, pressed=True).wait_for()
    glance(console, "paper-ballot")
    console.get_by_role("link", name="Done").click()
    glance(console, "dots-console")
    press(console, "Close the vote")


def then_a_dot_without_a_network_arrives_later(phone):
    road = phone.get_by_role("button", name="A road that trucks can use")
    phone.context.set_offline(True)
    road.click()
    phone.get_by_text("No connection").wait_for()
    phone.context.set_offline(False)
    phone.get_by_role("button", name="A road that trucks can use", pressed=True).wait_for()
    phone.get_by_text("No connection").wait_for(state="hidden")
    assert Dot.objects.filter(ballot__person__name="Ada Brook").count() == 2
    road.click()
    phone.get_by_text("3 dots left").wait_for()


def then_the_dots_are_counted_and_grouped(console, phone, glance):
    assert sorted(Dot.objects.values_list("ballot__person__name", "source")) == [
        ("Ada Brook", "phone"),
        ("Ben Carver", "paper"),
        ("Ben Carver", "paper"),
    ]
    for text in ("Technicians who can polish", "A shared test track"):
        console.get_by_label(text).check()
    console.get_by_label("Or into a new area called").fill("People and places to learn")
    press(console, "New area")
    console.get_by_text("2 dots from 2 people").wait_for()
    glance(console, "grouping-console")
    phone.get_by_text("2 dots from 2 people").wait_for(timeout=15_000)
    glance(phone, "grouping-phone")
    press(console, "Form the teams")


def then_the_teams_are_written_down(console, phone, glance):
    glance(console, "teams-console")
    console.get_by_role("link", name="Form the team").click()
    press(console, "Form the team")
    console.get_by_text("No champion, no team").wait_for()
    glance(console, "team-form")
    console.get_by_label("Champion").select_option(label="Ada Brook")
    console.get_by_label("Convener").select_option(label="Ben Carver")
    console.get_by_label("Nora Late").check()
    press(console, "Form the team")
    console.get_by_text("Ada Brook, Ben Carver, Nora Late").wait_for()
    phone.get_by_text("Ada Brook, Ben Carver, Nora Late").wait_for(timeout=15_000)
    glance(phone, "teams-phone")
    console.get_by_role("link", name="Change the team").click()
    glance(console, "team")
    console.get_by_role("link", name="Back to the console").click()
    press(console, "Close the meeting")
    phone.get_by_text("The meeting is over").wait_for(timeout=15_000)
    glance(console, "closed-console")
    glance(phone, "closed-phone")
    assert Card.objects.count() == 2
    assert Team.objects.get().members.count() == 3
