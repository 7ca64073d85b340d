"""The mark of a phone in one statement: 200 phones ask for it all the time."""

from functools import cache

from django.db.models import OuterRef
from django.db.models.functions import Now

from accounts import links
from accounts.models import PersonalLink
from core.statements import Statement, blank
from mobilization.models import Meeting
from mobilization.queries.meetings import own_version


def of_phone(token, meeting):
    """(version, own version or None) for the holder of an open link or pass, else None."""
    found = links.read(token)
    if found is None:
        return None
    kind, key = found
    return statement(kind).row(meeting=meeting, key=key, place=f"meetings/{meeting}/")


@cache
def statement(kind):
    """For meetings that the key opens and its person has a seat in."""
    way = "group__seats__person__links" if kind is PersonalLink else "group__seats__person__passes"
    opened = {"key": blank("key"), "revoked_at": None, "expires_at__gt": Now()}
    if kind is not PersonalLink:
        opened["place"] = blank("place")
    person = OuterRef("group__seats__person")
    return Statement(
        Meeting.objects.filter(
            pk=blank("meeting"), **{f"{way}__{name}": opened[name] for name in opened}
        )
        .annotate(own_version=own_version(OuterRef("pk"), person))
        .order_by()
        .values_list("version", "own_version")
    )
