"""The room screen: large, for everybody, and with nothing on it that is somebody's own."""

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mobilization.models import Meeting
from mobilization.presenters import (
    comfort,
    floor,
    meetings,
    priorities,
    reading,
    requirements,
    teams,
    timers,
)
from mobilization.queries import meetings as meeting_queries
from mobilization.queries import votes as vote_queries

State = Meeting.State


def door(meeting):
    """The address and the code as a QR code."""
    if not meeting.code:
        return {}
    url = settings.PUBLIC_URL + reverse("join_meeting", args=[meeting.code])
    return {"qr": segno.make(url, error="m").svg_data_uri(border=3, light="white", scale=8)}


def join_address():
    """Where people type the code, as it is read out."""
    return settings.PUBLIC_URL.partition("://")[2] + reverse("join")


def writing(meeting):
    return {"written": meeting.cards.count()}


def hearing(meeting):
    return {**reading.on_screen(meeting), **requirements.requirement_list(meeting)}


def counting(meeting):
    """How many ballots are begun; what the dots fell on only where the group wants it live.

    The list stays in its order and keeps its numbers, which people with paper look for.
    """
    rows = vote_queries.results(meeting) if meeting.results_are_live else []
    dots = {row.requirement.pk: row.dots for row in rows}
    counts = {"counts": vote_queries.reconciliation(meeting)}
    return counts | requirements.requirement_list(meeting, dots)


def the_areas(meeting):
    """The areas, and what is in none of them: of those without a dot only how many."""
    found = priorities.shown(meeting)
    alone = [row for row in found["ranking"] if not row.area]
    dotted = [row for row in alone if row.dots]
    found |= {"ranking": dotted, "without": len(alone) - len(dotted)}
    return {**found, "question": comfort.question(meeting)}


def forming(meeting):
    return {"teams": teams.team_rows(meeting)}


def ending(meeting):
    found = teams.results(meeting) if meeting.number == 1 else floor.floor(meeting)
    return found | meetings.following(meeting)


# What stands on the wall where the name of the part is for facilitators alone.
HEADINGS = {
    State.PLANNED: _("Welcome"),
    State.CHECK_IN: _("Welcome"),
    State.CLOSED: _("Thank you"),
}


FACTS = {
    State.PLANNED: door,
    State.CHECK_IN: door,
    State.CARDS: writing,
    State.REQUIREMENTS: hearing,
    State.VOTING: counting,
    State.GROUPING: the_areas,
    State.TEAMS: forming,
    State.DECIDING: floor.on_screen,
    State.CLOSED: ending,
}


def page(meeting):
    """The context of the room screen."""
    return {
        "meeting": meeting,
        "title": meetings.TITLES[meeting.number],
        "heading": HEADINGS.get(meeting.state, meeting.get_state_display()),
        "parts": meetings.parts(meeting),
        "showing": meeting.state,
        "timer": timers.timer_of(meeting),
        "present_count": meeting.attendances.count(),
        "join_address": join_address(),
        "live_template": f"mobilization/screen/{meeting.state}.html",
        **FACTS[meeting.state](meeting),
    }


def mark(meeting):
    return f"{meeting.version}.{meeting_queries.entries(meeting)}"
