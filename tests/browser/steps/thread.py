"""The thread itself: from an outcome back to the source file, and forward again."""

from mobilization.models import Plan
from tests.browser.steps.data import NOTE
from tests.browser.steps.meetings import AREA, POLISH
from tests.browser.steps.people import GUEST
from tests.browser.steps.plans import OUTCOME, TITLE


def an_outcome_leads_back_to_its_files(walk):
    page = walk.manager
    page.goto(walk.opens("plan", Plan.objects.get().pk))
    walk.look(page, "plan-approved")
    page.get_by_role("link", name="Where it comes from").first.click()
    thread = page.locator(".thread")
    for text in (OUTCOME, TITLE, AREA, POLISH, "6221", NOTE):
        thread.get_by_text(text).first.wait_for()
    walk.look(page, "thread-back")
    assert GUEST in thread.inner_text()


def and_an_industry_forward_to_the_outcome(walk):
    page = walk.manager
    page.locator(".thread").get_by_role("link", name="3254").first.click()
    page.get_by_role("heading", name="What came of this industry").wait_for()
    walk.look(page, "thread-forward")
    page.locator(".thread").get_by_role("link", name=OUTCOME).click()
    page.get_by_role("heading", name="Where this outcome comes from").wait_for()
