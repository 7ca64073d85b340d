"""Reading what the support team did in the room."""

from mobilization.models import Deed

SHOWN = 12


def last(meeting):
    """The steps done last, newest first, with what undid them."""
    deeds = Deed.objects.filter(meeting=meeting, undoes=None).select_related("undone_by")
    return deeds.order_by("-pk")[:SHOWN]


def of(meeting):
    """All rows of a meeting, each with its meeting."""
    deeds = Deed.objects.filter(meeting=meeting)
    return deeds.select_related("meeting__group__cluster__initiative")
