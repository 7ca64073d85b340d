"""Given a region with data, a manager defines a cluster and sees it in the chart."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from tests.factories.accounts import member
from tests.factories.analytics import RegionFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def region(invented):
    call_command("build_scripts")
    invented.load()
    return RegionFactory(areas=invented.areas, initiative__slug="here", name="Riverland")


def test_a_manager_defines_a_cluster_by_keyboard_and_sees_it(region, open_page, look):
    # Given a manager on the page of clusters
    page = open_page(member(region.initiative))
    page.goto("/i/here/clusters/")
    look(page, "clusters-none")

    # When a cluster is named
    page.get_by_role("link", name="Define a cluster").click()
    page.get_by_label("Name").fill("Instruments and care")
    page.keyboard.press("Enter")

    # And its industries are searched and added with the keyboard alone
    page.get_by_label("Search").press_sequentially("medical equip")
    page.get_by_text("1 of").wait_for()
    page.get_by_role("button", name="Export-oriented: 3391").press("Enter")
    page.get_by_text("3391 was added.").wait_for()
    page.get_by_label("Search").fill("6113")
    page.get_by_role("button", name="Support: 6113").press("Enter")
    page.get_by_text("6113 was added.").wait_for()
    look(page, "clusters-choose")

    # Then the cluster has its table
    page.get_by_role("link", name="Done: see the cluster").click()
    page.get_by_role("row", name="The cluster, from sums").wait_for()
    look(page, "clusters-one")

    # And stands in the chart, which follows the colours of the page
    page.get_by_role("link", name="Clusters").first.click()
    page.locator("[data-chart] svg text", has_text="Instruments and care").wait_for()
    look(page, "clusters-chart")


def test_without_scripts_the_chart_is_a_picture_and_industries_can_be_added(
    region, browser, live_server
):
    from tests.browser.conftest import session_cookie

    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    context.add_cookies([session_cookie(member(region.initiative), live_server.url)])
    page = context.new_page()
    page.goto("/i/here/clusters/new/")
    page.get_by_label("Name").fill("Care")
    page.get_by_role("button", name="Save and choose industries").click()
    page.get_by_label("Search").fill("6113")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name="Support: 6113").click()
    expect(page.get_by_text("6113 was added.")).to_be_visible()
    expect(page.get_by_label("Search")).to_have_value("6113")
    page.goto("/i/here/clusters/")
    picture = page.get_by_role("img", name="Bubble chart of the clusters")
    assert picture.evaluate("image => image.naturalWidth") > 900
    context.close()
