"""Asking for documents. A worker makes them; what is found then is what they hold."""

from core import jobs
from core.access import ensure
from mobilization.documents.kinds import KINDS


def make(*, kind, group, by):
    """Queue the document `kind` of the group and return its job.

    While one is in the making, that one is returned. Raises the kind's Problem where something
    is missing still, PermissionDenied, and KeyError on an unknown kind.
    """
    ensure(by, "mobilization.print_documents", group)
    wanted = KINDS[kind]
    subject = wanted.subjects([group]).get(group.pk)
    wanted.refuse(subject, wanted.basis(subject) if subject else None)
    return jobs.request(kind, place=group.initiative.slug, by=by, subject=subject)


def make_blank(*, kind, group, by):
    """Queue a blank sheet, a kind of `documents.blank`, and return its job."""
    ensure(by, "mobilization.print_documents", group)
    return jobs.request(kind, place=group.initiative.slug, by=by, subject=group)
