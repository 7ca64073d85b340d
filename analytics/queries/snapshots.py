"""Frozen tables, and what has changed since."""

from analytics import warehouse
from analytics.indicators import differences
from analytics.models import Snapshot
from analytics.queries.workings import workings


def snapshots_of(initiative):
    """The frozen tables of an initiative, newest first."""
    return Snapshot.objects.filter(initiative=initiative).select_related("made_by", "initiative")


def frozen_table(snapshot):
    """The table as it was frozen: a frame."""
    return warehouse.frozen(snapshot.key)


def changes_since(snapshot, region, choices):
    """What the region's table says differently now: see `differences.between`. Raises Problem."""
    now = workings(region, **choices).table
    return differences.between(frozen_table(snapshot), now)
