"""Briefing paper, summary and blueprint: real PDFs, read back."""

from io import BytesIO

from pypdf import PdfReader

from tests.browser.conftest import ARTIFACTS
from tests.browser.steps.data import NOTE
from tests.browser.steps.meetings import AREA, POLISH
from tests.browser.steps.plans import OUTCOME, TITLE
from tests.browser.steps.walk import row, workers_do_what_waits

SAYS = {
    "Briefing paper": ["Health and life sciences", "3254", "6221", NOTE],
    "Summary of Meeting 1": [POLISH, AREA, "Where care and its tools are made"],
    "Blueprint": [TITLE, OUTCOME, "stands behind this plan", "Lends two trainers"],
}


def the_manager_has_them_made(walk):
    page = walk.manager
    for name, sentences in SAYS.items():
        page.goto(walk.opens("document_list"))
        row(page, name).get_by_role("button", name="Make the").first.click()
        page.get_by_text("Waiting for a free worker").wait_for()
        workers_do_what_waits()
        page.get_by_role("link", name="Open the PDF").wait_for()
        text = pdf_text(page, name.lower().replace(" ", "-"))
        assert [sentence for sentence in sentences if sentence not in text] == []
    walk.look(page, "blueprint-ready")
    page.goto(walk.opens("document_list"))
    walk.look(page, "documents")


def pdf_text(page, name):
    """The words of the PDF that the page offers, each space one; the file stays to be looked at."""
    address = page.get_by_role("link", name="Open the PDF").get_attribute("href")
    data = page.request.get(address).body()
    (ARTIFACTS / f"thread-{name}.pdf").write_bytes(data)
    reader = PdfReader(BytesIO(data))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
