"""The mark of a phone in one statement that is composed once: 200 phones ask for it all the time.

Composing a statement costs the server several times as much as answering it.
"""

from functools import cache

from django.db import connection
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Now

from accounts import links
from accounts.models import PersonalLink
from mobilization.models import Attendance, Meeting

MEETING, KEY, PLACE = -1, "the key", "the place"  # where the values of a request go


def of_phone(token, meeting):
    """(version, own version or None) for the holder of an open link or pass, else None."""
    found = links.read(token)
    if found is None:
        return None
    kind, key = found
    sql, places = statement(kind)
    values = {MEETING: meeting, KEY: key, PLACE: f"meetings/{meeting}/"}
    with connection.cursor() as cursor:
        cursor.execute(sql, [values.get(place, place) for place in places])
        return cursor.fetchone()


@cache
def statement(kind):
    """(SQL, what goes where) for meetings that the key opens and the person has a seat in."""
    way = "group__seats__person__links" if kind is PersonalLink else "group__seats__person__passes"
    opened = {"key": KEY, "revoked_at": None, "expires_at__gt": Now()}
    if kind is not PersonalLink:
        opened["place"] = PLACE
    person = OuterRef("group__seats__person")
    own = Attendance.objects.filter(meeting=OuterRef("pk"), person=person).order_by()
    meetings = (
        Meeting.objects.filter(pk=MEETING, **{f"{way}__{name}": opened[name] for name in opened})
        .annotate(own=Subquery(own.values("version")))
        .order_by()
        .values_list("version", "own")
    )
    return meetings.query.sql_with_params()
