"""Tables frozen under a name."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from analytics import presenters, warehouse
from analytics.importer import room_for
from analytics.models import Snapshot
from core.access import may
from core.problems import refused_as


@transaction.atomic
def freeze(*, initiative, by, name, workings, query):
    """Keep the table of a Workings under a name; returns the Snapshot.

    `query` are the choices it was made with, as the address has them. Raises Problem
    `snapshot_name_taken` or `disk_full`.
    """
    if not may(by, "analytics.freeze_table", initiative):
        raise PermissionDenied
    with refused_as("snapshot_name_taken", name=name):
        snapshot = Snapshot.objects.create(
            initiative=initiative,
            name=name,
            start_year=workings.span.start,
            end_year=workings.span.end,
            query=query,
            citation=[[str(label), str(text)] for label, text in presenters.citation(workings)],
            made_by=by,
        )
    with room_for(name):
        warehouse.freeze(workings.table, snapshot.key)
    return snapshot


@transaction.atomic
def remove(*, snapshot, by):
    """Take a frozen table away; the data sets stay."""
    if not may(by, "analytics.freeze_table", snapshot.initiative):
        raise PermissionDenied
    key = snapshot.key
    snapshot.delete()
    transaction.on_commit(lambda: warehouse.thaw(key))
