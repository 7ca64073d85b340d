"""Reading who stands at the door with a code."""

from core.codes import as_typed
from mobilization.models import Guest, Meeting


def meeting_of(code):
    """The meeting that the code belongs to, or None; people write codes in many ways."""
    meetings = Meeting.objects.select_related("group__cluster__initiative")
    return meetings.filter(code=as_typed(code)).first()


def guests():
    """The guests with their meeting and their pass."""
    return Guest.objects.select_related("meeting__group__cluster__initiative", "entry", "person")


def waiting(keys):
    """Those of the guests with these `keys` who wait for a meeting that is not over."""
    waiting = guests().filter(key__in=keys, state=Guest.State.WAITING)
    return waiting.exclude(meeting__state=Meeting.State.CLOSED).order_by("pk")


def of(meeting):
    """The guests of a meeting, in the order in which they came."""
    return guests().filter(meeting=meeting).order_by("pk")
