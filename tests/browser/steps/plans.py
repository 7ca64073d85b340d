"""The team's plan: conceptual, then an action plan with a commitment."""

from mobilization.models import Plan
from tests.browser.steps import meetings
from tests.browser.steps.people import GUEST
from tests.browser.steps.walk import CLUSTER, fill, follow, in_days, press

TITLE = "Technicians for every clean room"
OUTCOME = "Forty technicians certified"
FOUR_PARTS = ["Clear", "Compelling", "An outcome, not a process", "Achievable within a year"]


def the_champion_drafts_the_plan(walk):
    phone = walk.guest
    meetings.go_home(phone)
    follow(phone, "Start the plan")
    fill(phone, Title=TITLE)
    fill(phone, **{"Long-term goal": "Every employer finds technicians within sixty days."})
    press(phone, "Start and go on to the outcomes")
    outcome = phone.get_by_role("group", name="Outcome 1")
    outcome.get_by_role("textbox").first.fill(OUTCOME)
    outcome.get_by_label("Measured by").fill("Certificates awarded")
    outcome.get_by_label("Achieved by").fill(in_days(300)[:10])
    for part in FOUR_PARTS:
        outcome.get_by_label(part).check()
    phone.get_by_role("group", name="Step 1").get_by_label("Step").fill("Agree on a curriculum")
    walk.look(phone, "plan-edit")
    press(phone, "Save the plan")
    phone.get_by_text("Saved. This is version 2.").wait_for()
    follow(phone, "One page for print")
    walk.look(phone, "plan-print")


def the_meeting_takes_it_forward(walk):
    page = walk.lead
    walk.look(page, "meeting-2-plans")
    page.get_by_role("link", name="Take forward").click()
    fill(page, **{"What the room said": "Bring the schools in early."})
    press(page, "Take forward")
    page.get_by_text("Meeting 3 decides whether it goes forward").first.wait_for()


def without_a_commitment_it_stays(walk):
    """The page says so before anything is pressed."""
    walk.lead.get_by_role("link", name="Send to the Leadership Group").click()
    walk.lead.get_by_text("Nobody has committed yet").wait_for()
    walk.look(walk.lead, "plan-refused")
    assert Plan.objects.get().state == "action"


def send_to_the_leadership_group(page):
    page.get_by_role("link", name="Send to the Leadership Group").click()
    press(page, "Send to the Leadership Group")


def the_champion_fills_in_the_action_plan(walk):
    phone = walk.guest
    meetings.go_home(phone)
    follow(phone, "Read or edit the plan")
    follow(phone, "Edit the plan")
    phone.get_by_role("group", name="Step 1").get_by_label("Done by").fill(in_days(150)[:10])
    need = phone.get_by_role("group", name="Need 1")
    need.get_by_label("Kind").select_option("Money")
    need.get_by_label("What is needed").fill("80,000 dollars")
    promise = phone.get_by_role("group", name="Commitment 1")
    promise.get_by_label("Person").select_option(GUEST)
    promise.get_by_role("textbox").first.fill("Lends two trainers")
    promise.get_by_label("By", exact=True).fill("2027-03-01")
    walk.look(phone, "action-plan-edit")
    press(phone, "Save the plan")
    phone.get_by_text("The plan has 1 named commitment").wait_for()
    walk.look(phone, "action-plan")


def the_meeting_sends_it_to_the_leadership_group(walk):
    walk.lead.goto(walk.opens("meeting", CLUSTER, 3))
    send_to_the_leadership_group(walk.lead)
    walk.lead.get_by_text("It waits for the Leadership Group's decision").first.wait_for()
    assert Plan.objects.get().state == "with_leadership"


def the_team_meets_the_condition(walk):
    phone = walk.guest
    meetings.go_home(phone)
    follow(phone, "Read or edit the plan")
    walk.look(phone, "plan-withheld")
    follow(phone, "Edit the plan")
    fill(phone, **{"Organizational structure": "Sample College carries it."})
    press(phone, "Save the plan")
    press(phone, "Send again to the Leadership Group")
    phone.get_by_text("It waits for the Leadership Group's decision.").wait_for()
