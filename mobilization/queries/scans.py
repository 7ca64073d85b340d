"""Reading photos and scans of paper."""

from collections import defaultdict

from django.db.models import Count, Exists, OuterRef

from mobilization.models import Scan
from mobilization.queries import feedback, meetings


def of_card(meeting, person):
    """The pages of one person's card, in the order in which they came."""
    return meeting.scans.filter(person=person)


def of_flip_chart(meeting, team):
    return meeting.scans.filter(team=team)


def counts(meeting):
    """{person id: pages of their card}"""
    rows = meeting.scans.exclude(person=None).order_by().values("person")
    return dict(rows.annotate(count=Count("pk")).values_list("person", "count"))


def people(meeting):
    """The people in the room by name, each with `scan_count` and `has_card`."""
    scans = Scan.objects.filter(meeting=meeting, person=OuterRef("pk")).order_by()
    counted = scans.values("person").annotate(count=Count("pk")).values("count")
    has_card = Exists(meeting.cards.filter(person=OuterRef("pk")))
    return meetings.present(meeting).annotate(scan_count=counted, has_card=has_card)


def waiting(meeting):
    """The people whose card is on a photo and not typed up yet."""
    return people(meeting).filter(scan_count__gte=1, has_card=False)


def teams(meeting):
    """The teams of the group, each with `scan_count` of its flip chart in this meeting."""
    scans = Scan.objects.filter(meeting=meeting, team=OuterRef("pk")).order_by()
    counted = scans.values("team").annotate(count=Count("pk")).values("count")
    return feedback.teams_of(meeting.group).annotate(scan_count=counted)


def files(meeting):
    """{person id: names of the files of their card}, for whoever has none an empty list."""
    found = defaultdict(list)
    for scan in meeting.scans.exclude(person=None):
        found[scan.person_id].append(scan.filename)
    return found


def named(meeting):
    """All of the meeting's scans with who or what they show."""
    return meeting.scans.select_related("person", "team__priority")
