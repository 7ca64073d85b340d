"""A team writes its plan on a phone, two meetings decide on it."""

from playwright.sync_api import expect

from accounts import links


def personal_home(person):
    return f"/r/{links.for_person(person).token}/"


def a_conceptual_plan_is_written_on_a_phone(page, team):
    page.goto(personal_home(team.champion))
    page.get_by_role("link", name="Start the plan").click()
    page.get_by_label("Title").fill("Technicians for every bench")
    page.get_by_label("Long-term goal").fill("Every maker finds technicians within sixty days.")
    page.get_by_role("button", name="Start and go on").click()
    write_an_outcome(page)
    page.get_by_role("group", name="Step 1").get_by_label("Step").fill("Agree on one curriculum")
    the_page_fills_while_somebody_writes(page)
    page.get_by_role("button", name="Add a step").click()
    expect(page.get_by_role("group", name="Step 4")).to_be_visible()
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_text("Saved. This is version 2.")).to_be_visible()
    expect(page.get_by_text("1 of 1 outcome passes all four parts")).to_be_visible()


def the_page_fills_while_somebody_writes(page):
    step = page.get_by_role("group", name="Step 2").get_by_label("Step")
    letter = page.get_by_role("meter", name="Letter")
    for text, full in (("Ask every maker which skills are missing", "25"), ("", "24")):
        step.fill(text)
        expect(letter).to_have_attribute("value", full)


def write_an_outcome(page):
    outcome = page.get_by_role("group", name="Outcome 1")
    outcome.get_by_role("textbox").first.fill("Forty technicians certified")
    outcome.get_by_label("Measured by").fill("Certificates awarded")
    outcome.get_by_label("Achieved by").fill("2027-06-30")
    for part in ("Clear", "Compelling", "An outcome, not a process", "Achievable within a year"):
        outcome.get_by_label(part).check()


def plans_of(team):
    return f"/i/{team.initiative.slug}/groups/{team.group.cluster.slug}/plans/"


def meeting_2_takes_it_forward(page, team):
    page.goto(plans_of(team))
    page.get_by_role("link", name="Take forward").click()
    page.get_by_label("What the room said").fill("Bring the schools in early.")
    page.get_by_role("button", name="Take forward").click()
    expect(page.get_by_text("Meeting 3 decides whether it goes forward").first).to_be_visible()


def the_team_fills_in_the_action_plan(page, team):
    page.goto(personal_home(team.champion))
    page.get_by_role("link", name="Read or edit the plan").click()
    page.get_by_role("link", name="Edit the plan").click()
    page.get_by_role("group", name="Step 1").get_by_label("Done by").fill("2027-03-01")
    need = page.get_by_role("group", name="Need 1")
    need.get_by_label("Kind").select_option("Money")
    need.get_by_label("What is needed").fill("80,000 dollars")
    promise = page.get_by_role("group", name="Commitment 1")
    promise.get_by_label("Person").select_option(team.champion.name)
    promise.get_by_role("textbox").first.fill("Lends two trainers")
    promise.get_by_label("By", exact=True).fill("2027-03-01")
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_text("The plan has 1 named commitment")).to_be_visible()


def meeting_3_sends_it_to_the_leadership_group(page, team):
    page.goto(plans_of(team))
    page.get_by_role("link", name="Send to the Leadership Group").click()
    page.get_by_role("button", name="Send to the Leadership Group").click()
    expect(page.get_by_text("It waits for the Leadership Group's decision.").first).to_be_visible()
