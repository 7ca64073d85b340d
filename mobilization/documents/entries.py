"""The documents that the holder of a personal link may read."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.access import may
from mobilization.documents.kinds import KINDS
from mobilization.presenters.personal import Entry
from mobilization.queries import documents


def entries(link):
    """One entry for the newest version of each document that is open to the person."""
    jobs = documents.newest_jobs(link.person.initiative, KINDS)
    return [entry(link, job) for job in jobs if may(link.person, KINDS[job.kind].read, job.subject)]


def entry(link, job):
    document = job.document
    sentence = ngettext(
        "%(pages)d page, made on %(day)s.",
        "%(pages)d pages, made on %(day)s.",
        document.pages,
    )
    day = date_format(localtime(document.made_at), "DATE_FORMAT")
    return Entry(
        title=document.title,
        sentence=sentence % {"pages": document.pages, "day": day},
        action=_("Open the PDF"),
        url=reverse("read_document", args=[link.token, job.pk]),
    )
