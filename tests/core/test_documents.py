import hashlib
import io
import re

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.utils import timezone
from pypdf import PdfReader

from core import documents, jobs
from core.models import Document, Job
from tests.factories.accounts import InitiativeFactory, UserFactory

pytestmark = pytest.mark.django_db

HTML = """<!DOCTYPE html>
<html lang="en">
  <head><title>Paper on instruments</title></head>
  <body><h1>Instruments</h1><p>Five firms make them.</p>
  <table><tr><th>Jobs</th><td>66,370</td></tr></table></body>
</html>"""


@pytest.fixture
def print_document(monkeypatch):
    """print_document(render): requests and runs a document of `render`; returns its job."""
    monkeypatch.setattr(jobs, "kinds", {})

    def run(render, subject=None):
        subject = subject or InitiativeFactory()
        documents.register(
            "sample",
            title="Sample",
            permission="accounts.enter",
            basis=lambda subject: {"name": subject.name},
            render=render,
        )
        job = jobs.request("sample", place=subject.slug, by=UserFactory(), subject=subject)
        jobs.run(job.pk)
        job.refresh_from_db()
        return job

    return run


def test_a_document_is_stored_with_its_pages_and_digest(print_document):
    job = print_document(lambda subject, report: ("Paper", HTML))

    document = Document.objects.get(job=job)
    with document.file.open() as file:
        pdf = file.read()
    assert (job.state, document.title, document.pages) == (Job.State.READY, "Paper", 1)
    assert document.sha256 == hashlib.sha256(pdf).hexdigest()


def test_the_digest_of_its_basis_tells_whether_something_changed(print_document):
    region = InitiativeFactory(name="Central Ohio")

    job = print_document(lambda subject, report: ("Paper", HTML), subject=region)

    assert job.result["basis"] == documents.digest({"name": "Central Ohio"})
    assert job.result["basis"] != documents.digest({"name": "Northern Ohio"})


def test_a_document_is_written_in_the_initiatives_time_zone(print_document):
    zones = []

    def render(subject, report):
        zones.append(timezone.get_current_timezone_name())
        return "Paper", HTML

    print_document(render, subject=InitiativeFactory(time_zone="America/Los_Angeles"))

    assert zones == ["America/Los_Angeles"]


def test_printed_again_it_replaces_the_first_file(print_document):
    job = print_document(lambda subject, report: ("Paper", HTML))
    Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING, finished_at=None)

    jobs.run(job.pk)

    document = Document.objects.get()
    assert document.file.name == f"documents/{job.pk}.pdf"
    assert len(document.file.storage.listdir("documents")[1]) == 1


def test_a_pdf_is_tagged_for_readers_who_listen():
    pdf, pages = documents.to_pdf(HTML)

    reader = PdfReader(io.BytesIO(pdf))
    catalog = reader.trailer["/Root"]
    assert pages == len(reader.pages) == 1
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Paper on instruments"
    assert re.search(rb'pdfuaid:part(="1"|>1<)', catalog["/Metadata"].get_object().get_data())
    assert {"/H1", "/P", "/Table", "/TR", "/TH", "/TD"} <= tags_below(catalog["/StructTreeRoot"])


def tags_below(node):
    """The structure tags of the tree."""
    node = node.get_object()
    if not hasattr(node, "get"):
        return set()
    kids = node.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    return {node.get("/S")}.union(*(tags_below(kid) for kid in kids if hasattr(kid, "get_object")))


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://127.0.0.1/secret.png", "{static}../settings.py"]
)
def test_a_document_loads_nothing_but_static_files(address, settings):
    with pytest.raises((ValueError, SuspiciousFileOperation)):
        documents.static_only().fetch(address.format(static=f"{settings.PUBLIC_URL}/static/"))


def test_a_document_loads_static_files_by_their_name(settings):
    url = f"{settings.PUBLIC_URL}/static/css/clusterwise.css"

    response = documents.static_only().fetch(url)

    assert response.read() == (settings.BASE_DIR / "static/css/clusterwise.css").read_bytes()
