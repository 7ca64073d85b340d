"""The pages of the data, in a browser: from a raw file to the NAICS table."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from core import jobs
from core.models import Job
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import RegionFactory
from tests.samples import qcew

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def initiative():
    return InitiativeFactory(name="Invented valley")


def test_a_manager_brings_in_a_file_and_reads_the_table(initiative, open_page, look, tmp_path):
    call_command("build_scripts")
    files = qcew.write_statistics(tmp_path / "files")
    page = open_page(member(initiative))

    # Given an initiative without region or data
    page.goto(reverse("data_home", args=[initiative.slug]))
    look(page, "data-empty")

    # When the manager chooses the region by name
    page.get_by_role("link", name="Choose the region").click()
    page.get_by_label("Name of the region").fill("Valley")
    page.get_by_label("Find areas").fill("franklin oh")
    page.get_by_label("Find areas").press("Enter")
    page.get_by_label("39049 Franklin County, OH").check()
    page.get_by_role("button", name="Add what is ticked").click()
    expect(page.get_by_label("Franklin County, OH 39049")).to_be_checked()
    look(page, "data-region")
    page.get_by_text("Write or paste a list instead").click()
    page.get_by_label("Codes or names").fill("Atlantis")
    page.get_by_label("First year").fill("2016")
    page.get_by_label("Last year").fill("2023")
    page.get_by_role("button", name="Save the region").click()
    expect(page.get_by_text("is no area that is known here")).to_be_visible()
    look(page, "data-region-mistake")
    page.get_by_label("Codes or names").fill("")
    page.get_by_role("button", name="Save the region").click()
    expect(page.get_by_text("The region was saved.")).to_be_visible()

    # And uploads the files of both years, which a worker imports
    for path in files:
        if "39049" in path.name or "US000" in path.name:
            page.goto(reverse("dataset_upload", args=[initiative.slug]))
            page.get_by_label("File").set_input_files(path)
            page.get_by_role("button", name="Import").click()
            page.wait_for_url("**/jobs/**")
    look(page, "data-import-waiting")
    for job in Job.objects.filter(state="waiting"):
        jobs.run(job.pk)
    page.get_by_role("link", name="See the data sets").click()
    look(page, "data-home")

    # Then the table stands, can be searched and sorted
    page.get_by_role("link", name="Open the NAICS table").click()
    look(page, "data-naics-table")
    page.get_by_label("Code or title").fill("hospitals")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Growth a year").click()
    expect(page.get_by_label("Code or title")).to_have_value("hospitals")

    # And each figure, or with the keyboard each industry, leads to how it was made, and back
    figure = page.locator("tbody td a").nth(1)
    shown = figure.inner_text()
    figure.click()
    expect(page.locator("#employment_end")).to_contain_text(shown)
    look(page, "data-figures-explained")
    page.get_by_role("link", name="NAICS table").click()
    page.get_by_label("Code or title").fill("hospitals")
    page.get_by_role("button", name="Show").click()
    page.get_by_text("Columns and marks").click()
    page.get_by_role("link", name="Jobs in the region: show none").click()
    expect(page.locator("tbody td a")).to_have_count(13)
    page.locator("tbody th a").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Hospitals")).to_be_visible()
    page.get_by_role("link", name="NAICS table").click()
    expect(page.locator("tbody td a")).to_have_count(13)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert download.value.suggested_filename == f"naics-{initiative.slug}-2016-2023.csv"

    # And private jobs alone are followed year by year, and their change taken apart
    page.goto(reverse("yearly_series", args=[initiative.slug, "6221"]))
    for owner in ("federal government", "state government", "local government"):
        page.get_by_label(owner).uncheck()
    page.get_by_label("Industry").select_option("3391")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/series/3391/?ownership=5")
    page.locator("[data-chart] svg text", has_text="Ownership: private").wait_for()
    look(page, "data-series-private")
    page.goto(reverse("shift_share", args=[initiative.slug]) + "?ownership=5")
    page.locator("[data-chart] svg text", has_text="Ownership: private").wait_for()
    page.get_by_role("link", name="Competitive").click()
    page.wait_for_url("**?sort=-competitive&ownership=5")
    expect(page.get_by_role("checkbox", name="private")).to_be_checked()
    page.locator("[data-chart] svg text", has_text="Ownership: private").wait_for()
    look(page, "data-shift-share-private")
    page.goto(reverse("naics_table", args=[initiative.slug]))

    # And what stands out in it becomes a joint sheet, from which a cluster is defined
    page.get_by_role("link", name="Write observations").click()
    look(page, "observations-none")
    page.get_by_role("button", name="Begin the worksheet").click()
    page.get_by_role("link", name="Write your observations").click()
    page.get_by_text("Write an observation: Wage level and growth").click()
    page.locator("#pay").get_by_label("Observation").fill("Hospitals pay well.")
    page.locator("#pay").get_by_label("Industries it is about").fill("general hospitals")
    page.get_by_role("button", name="Store on my sheet").click()
    expect(page.get_by_text("6221 General Medical and Surgical Hospitals")).to_be_visible()
    look(page, "observations-own")
    page.get_by_role("button", name="Hand in my observations").click()
    look(page, "observations-handed-in")
    page.get_by_role("button", name="Begin the joint sheet").click()
    page.get_by_label("Hospitals pay well.").check()
    page.locator("#pay").get_by_role("button", name="Take over").click()
    expect(page.get_by_text("1 observation was taken over.")).to_be_visible()
    look(page, "observations-joint")
    page.get_by_role("button", name="Close the joint sheet").click()
    look(page, "observations-closed")
    page.get_by_role("button", name="Define a cluster from these industries").click()
    expect(page.get_by_label("6221 General Medical")).to_be_checked()


def test_what_is_missing_is_said_on_the_page_of_the_table(initiative, open_page, look):
    RegionFactory(initiative=initiative, areas=["39049"])
    page = open_page(member(initiative))
    page.goto(reverse("naics_table", args=[initiative.slug]))
    expect(page.get_by_text("No data set holds Franklin County, OH")).to_be_visible()
    look(page, "data-naics-table-missing")
