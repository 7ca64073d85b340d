"""An agenda as the pages show it: its lines with their times, in parts."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from itertools import accumulate, groupby

from django.utils.translation import gettext as _

from core import guide
from mobilization.models import AgendaItem
from mobilization.presenters.agenda_templates import TEMPLATES, Line
from mobilization.queries import agendas as queries

Kind = AgendaItem.Kind


@dataclass(frozen=True)
class Timed:
    """A line of the agenda and the moment when it begins."""

    at: datetime
    line: Line


def lines_of(meeting):
    """The meeting's lines: its own agenda, or the Guide's where it has none."""
    stored = [line_of(item) for item in queries.items(meeting)]
    return stored or TEMPLATES[meeting.number]


def line_of(item):
    return Line(**{field.name: getattr(item, field.name) for field in fields(Line)})


def plain(line):
    """The line as a dict of plain values, in the language of the moment."""
    return {
        name: value if name == "minutes" else str(value) for name, value in asdict(line).items()
    }


def timed(lines, starts_at):
    """[Timed]; what comes before the start ends at the start, the rest begins there."""
    before = sum(line.minutes for line in lines if line.kind == Kind.BEFORE)
    ordered = sorted(lines, key=lambda line: line.kind != Kind.BEFORE)
    ends = accumulate((line.minutes for line in ordered), initial=-before)
    return [
        Timed(starts_at + timedelta(minutes=minutes), line)
        for minutes, line in zip(ends, ordered, strict=False)
    ]


def length(lines):
    """Minutes from start to close."""
    return sum(line.minutes for line in lines if line.kind != Kind.BEFORE)


def parts(found):
    """[(heading, [Timed])] of neighbours that share a part."""
    return [(heading, list(rows)) for heading, rows in groupby(found, heading_of)]


def heading_of(row):
    return _("Before the start") if row.line.kind == Kind.BEFORE else str(row.line.part)


def agenda(meeting):
    """The agenda of a planned meeting, and what the Guide says of its length."""
    lines = lines_of(meeting)
    minutes = length(lines)
    found = timed(lines, meeting.starts_at)
    return {
        "agenda": parts(found),
        # What everybody gets: the pre-meeting concerns co-chairs and facilitators alone.
        "handout": [row for row in found if row.line.kind != Kind.BEFORE],
        "agenda_ends": meeting.starts_at + timedelta(minutes=minutes),
        "agenda_length": guide.meeting_length(minutes),
        "has_team_work": any(line.kind == Kind.TEAM_WORK for line in lines),
    }
