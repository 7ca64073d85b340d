"""Printed documents: a row, its job, its page; each app registers what it can print.

An app gives a kind and a function that returns (title, HTML); the job turns the HTML into a
tagged PDF (PDF/UA-1), counts its pages and stores it under the job's id. Beside it stays the
digest of the facts that it was made from, which tells whether something has changed since.
"""

import hashlib
import json
from functools import partial
from mimetypes import guess_type
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import jobs
from core.models import Document


def register(kind, *, title, permission, basis, render):
    """Make a document kind known.

    `basis(subject)` returns the JSON-able facts that the document rests on, and
    `render(subject, report)` returns (title, HTML string), in the initiative's time zone.
    """
    run = partial(make, basis=basis, render=render)
    jobs.register(kind, title=title, permission=permission, run=run, home="document_list")


def make(job, report, *, basis, render):
    """Render, print and store the job's document; its row is written once."""
    report(10, _("Collecting the figures"))
    # Taken before the page is made: what changes meanwhile makes it out of date, never fresh.
    facts = digest(basis(job.subject))
    with timezone.override(job.subject.initiative.zone):
        title, html = render(job.subject, report)
    report(60, _("Setting the pages"))
    pdf, pages = to_pdf(html)
    report(90, _("Storing the file"))
    store(job, title=title, pdf=pdf, pages=pages)
    return {"pages": pages, "basis": facts}


def digest(facts):
    """SHA-256 of JSON-able facts; equal facts have equal digests."""
    text = json.dumps(facts, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def to_pdf(html):
    """HTML string -> (tagged PDF bytes, number of pages)."""
    from weasyprint import HTML  # needs Pango, which only the worker has to load

    rendered = HTML(string=html, base_url=settings.PUBLIC_URL, url_fetcher=static_only()).render(
        pdf_variant="pdf/ua-1"
    )
    return rendered.write_pdf(pdf_variant="pdf/ua-1"), len(rendered.pages)


def static_only():
    """A fetcher that reads our static files and data: URLs and nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class StaticOnly(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith("data:"):
                return super().fetch(url, headers)
            prefix = f"{settings.PUBLIC_URL}/{settings.STATIC_URL.strip('/')}/"
            if not url.startswith(prefix):
                raise ValueError(f"A document may not load {url}")
            kind, _encoding = guess_type(url)
            content = read_static(url.removeprefix(prefix))
            return URLFetcherResponse(url, content, {"Content-Type": kind})

    return StaticOnly()


def read_static(name):
    """Bytes of a static file, by its own name or by the hashed name that pages carry."""
    return Path(finders.find(name) or staticfiles_storage.path(name)).read_bytes()


def store(job, *, title, pdf, pages):
    """Keep the file under the job's id, so that a second attempt replaces the first."""
    name = f"documents/{job.pk}.pdf"
    default_storage.delete(name)
    default_storage.save(name, ContentFile(pdf))
    with transaction.atomic():
        if jobs.held(job.claim).exists():
            Document.objects.update_or_create(
                job=job,
                defaults={
                    "file": name,
                    "title": title,
                    "pages": pages,
                    "sha256": hashlib.sha256(pdf).hexdigest(),
                    "made_at": timezone.now(),
                },
            )
