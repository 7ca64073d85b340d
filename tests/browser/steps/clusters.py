"""Defining a cluster out of the industries of the NAICS table."""

from tests.browser.steps.walk import CLUSTER, field, fill, follow, press

# code: the role it plays; also an industry that the invented statistics have
INDUSTRIES = {
    "3254": "Export-oriented",
    "3391": "Export-oriented",
    "6221": "Population-serving",
}


def the_manager_defines_a_cluster_by_search(walk):
    page = walk.manager
    page.goto(walk.opens("cluster_list"))
    follow(page, "Define a cluster")
    fill(page, Name="Health and life sciences")
    field(page, "What holds it together").fill("Care, and what it is done with.")
    press(page, "Save and choose industries")
    for code, role in INDUSTRIES.items():
        fill(page, Search=code)
        found = page.locator("#found")
        found.get_by_role("button", name=f"{role}: {code}").click()
        page.get_by_text(f"{code} was added").wait_for()
    walk.look(page, "industries")


def the_list_shows_its_bubble(walk):
    page = walk.manager
    follow(page, "Done: see the cluster")
    page.get_by_role("row", name="6221").wait_for()
    walk.look(page, "cluster")
    page.goto(walk.opens("cluster_list"))
    page.locator("[data-chart] svg text", has_text="Health and life sciences").wait_for()
    walk.look(page, "clusters")
    assert page.url.endswith(walk.opens("cluster_list"))
    assert walk.initiative.clusters.get().slug == CLUSTER
