"""What the pages say of photos and scans of paper."""

from mobilization.models import Meeting
from mobilization.queries import scans as queries

State = Meeting.State
# Where a card from paper can be typed up.
TYPED_IN = {State.CARDS, State.REQUIREMENTS}


def overview(meeting):
    """Everybody in the room, or every team: how many pages are kept, what waits to be typed up."""
    if meeting.number > 1:
        return {"teams": queries.teams(meeting)}
    people = list(queries.people(meeting))
    waiting = [person for person in people if person.scan_count and not person.has_card]
    return {"people": people, "waiting": waiting, "may_type": meeting.state in TYPED_IN}


def reference(scan):
    """How an export names a page: by its file, never by what is on it."""
    return {
        "file": scan.filename,
        "of": scan.person.name if scan.person else str(scan.team),
        "kind": "card" if scan.person else "flip_chart",
        "at": scan.added_at,
        "by": scan.by_name,
    }
