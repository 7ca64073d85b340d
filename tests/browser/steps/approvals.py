"""The Leadership Group's decision, recorded by its co-chair on a phone."""

from tests.browser.steps import meetings
from tests.browser.steps.people import LEADER, email_of
from tests.browser.steps.walk import address_mailed_to, field, follow, press

CONDITION = "Name the college that carries it."


def the_co_chair_of_the_group_withholds_it(walk):
    phone = walk.leader = walk.phone_at(address_mailed_to(email_of(LEADER)))
    field(phone, "Withhold it until the conditions below are met").check()
    condition = phone.get_by_role("group", name="Condition 1")
    condition.get_by_role("textbox").fill(CONDITION)
    members_present(phone)
    walk.look(phone, "decision-withheld")
    press(phone, "Record the decision")
    phone.get_by_text("The decision is recorded").wait_for()


def members_present(phone):
    for name in (LEADER, "Leo Leader"):
        phone.get_by_label(name).check()


def and_approves_it(walk):
    phone = walk.leader
    meetings.go_home(phone)
    walk.look(phone, "leader-home")
    follow(phone, "Read and decide")
    field(phone, "Approve the plan").check()
    members_present(phone)
    walk.look(phone, "decision-approved")
    press(phone, "Record the decision")
    phone.get_by_text("The Leadership Group has approved it.").wait_for()
    page = walk.manager
    page.goto(walk.opens("leadership"))
    walk.look(page, "leadership")
    page.goto(walk.opens("plan_list"))
    walk.look(page, "plans")


def and_signs_the_statement(walk):
    phone = walk.leader
    meetings.go_home(phone)
    follow(phone, "Write and sign the statement")
    phone.get_by_role("textbox").fill("The Leadership Group stands behind this plan.")
    walk.look(phone, "statement")
    press(phone, "Sign the statement")
    phone.get_by_text("Signed. Thank you").wait_for()
