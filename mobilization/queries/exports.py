"""Reading a meeting as a whole, for files: with names for the facilitators alone."""

from django.db.models import Prefetch

from mobilization.models import (
    BallotCode,
    Deed,
    Dot,
    Feedback,
    Presentation,
    Team,
    Volunteer,
)


def dots(meeting):
    """Every dot with its person and requirement, by name and then as they were placed."""
    dots = Dot.objects.filter(ballot__meeting=meeting)
    return dots.select_related("ballot__person__organisation", "requirement").order_by(
        "ballot__person__name", "ballot__person", "placed_at", "pk"
    )


def ballots(meeting):
    """[(person, dots left, True if a paper ballot was typed in)] of everybody in the room."""
    left = dict(meeting.ballots.values_list("person_id", "dots_left"))
    typed = set(
        BallotCode.objects.filter(meeting=meeting, entered_at__isnull=False).values_list(
            "person_id", flat=True
        )
    )
    people = meeting.attendances.select_related("person__organisation").order_by(
        "person__name", "person"
    )
    each = meeting.dots_each
    return [(row.person, left.get(row.person_id, each), row.person_id in typed) for row in people]


def volunteers(meeting):
    """Who came forward for which priority area, in that order."""
    found = Volunteer.objects.filter(priority__meeting=meeting)
    return found.select_related("person", "priority").order_by("pk")


def steps(meeting):
    """What lead and recorder did, in that order, with what undid it."""
    return Deed.objects.filter(meeting=meeting, undoes=None).select_related("undone_by")


def attendances(meeting):
    """Who was checked in, when and how and in whose place, by name."""
    rows = meeting.attendances.select_related("person__organisation", "in_place_of")
    return rows.order_by("person__name", "person")


def teams(meeting):
    """The teams of a later meeting, each with its `turns` (one or none) and what was `said`.

    Teams whose plans were merged or disbanded since are among them.
    """
    turns = Presentation.objects.filter(meeting=meeting).select_related("person")
    said = Feedback.objects.filter(meeting=meeting, source=Feedback.Source.ROOM)
    return (
        Team.objects.filter(priority__meeting__group=meeting.group_id)
        .select_related("priority", "champion", "convener")
        .prefetch_related(
            Prefetch("presentations", turns, to_attr="turns"),
            Prefetch("feedback", said, to_attr="said"),
        )
        .order_by("priority", "pk")
    )
