"""From raw files to the NAICS table."""

from io import StringIO

from django.core.management import call_command

from tests.browser.steps.walk import SLUG, field, fill, follow, press, workers_do_what_waits

NOTE = "Recovered from published location quotients"


def the_manager_chooses_the_region(walk):
    page, statistics = walk.manager, walk.statistics
    page.goto(walk.opens("data_home"))
    follow(page, "Choose the region")
    page.get_by_text("Write or paste a list instead").click()
    fill(page, Name_of_the_region="Sample region", Codes_or_names="\n".join(statistics.areas))
    fill(page, First_year=str(statistics.start), Last_year=str(statistics.end))
    walk.look(page, "region-form")
    press(page, "Save the region")
    page.get_by_text("The region was saved").wait_for()


def files_are_uploaded(walk):
    """The estimate and one published file by hand, with a worker behind."""
    estimate = min(walk.statistics.estimated)
    published = next(file for file in walk.statistics.files if file != estimate)
    upload(walk, published)
    workers_do_what_waits()
    walk.manager.get_by_text("Ready").wait_for()
    upload(walk, estimate, "Estimate", NOTE)
    walk.look(walk.manager, "upload-waiting")
    workers_do_what_waits()
    walk.manager.get_by_text("Ready").wait_for()
    walk.look(walk.manager, "upload-ready")


def upload(walk, path, status="Published", note=""):
    page = walk.manager
    page.goto(walk.opens("dataset_upload"))
    field(page, "File").set_input_files(path)
    field(page, status).check()
    fill(page, Note=note)
    press(page, "Import")
    page.get_by_text("Waiting for a free worker").wait_for()


def the_others_are_imported_by_command(walk):
    published = [path for path in walk.statistics.files if path not in walk.statistics.estimated]
    call_command("import_qcew", *map(str, published), initiative=SLUG, stdout=StringIO())


def the_naics_table_shows_its_sources(walk):
    page = walk.manager
    page.goto(walk.opens("data_home"))
    walk.look(page, "data")
    follow(page, "Open the NAICS table")
    page.get_by_role("row", name="6221").wait_for()
    page.get_by_text(NOTE).wait_for()
    field(page, "Sector").select_option(value="62")
    press(page, "Show")
    page.get_by_role("row", name="3254").wait_for(state="detached")
    walk.look(page, "naics-table")
