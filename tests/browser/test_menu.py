"""The menu on a phone, which is wider than the screen."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.factories.accounts import InitiativeFactory, member

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("path", ["", "documents/"])
def test_the_section_one_is_in_can_be_seen(open_page, path):
    page = open_page(member(InitiativeFactory(slug="here")), viewport=PHONE)
    page.goto(f"/i/here/{path}")
    current = page.get_by_role("navigation", name="Sections").locator("[aria-current]")
    expect(current).to_be_in_viewport(ratio=0.95)
