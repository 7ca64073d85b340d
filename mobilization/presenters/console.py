"""The console of lead and recorder: what stands in each part of a meeting.

`live` is what other people change, `still` is what the recorder works with. The page fetches both
again when the meeting has changed, and leaves alone what is being typed in.
"""

from mobilization.models import Meeting
from mobilization.presenters import (
    cards,
    guests,
    meetings,
    priorities,
    requirements,
    teams,
    timers,
    votes,
)

State = Meeting.State


def requirements_part(meeting):
    found = cards.turns(meeting)
    return {"turns": found, **requirements.requirement_list(meeting)}


def forming(meeting):
    return {"teams": teams.team_rows(meeting)}


def nothing(meeting):
    return {}


LIVE = {
    State.PLANNED: nothing,
    State.CHECK_IN: meetings.desk,
    State.CARDS: cards.writing,
    State.REQUIREMENTS: requirements_part,
    State.VOTING: votes.counting,
    State.GROUPING: priorities.grouping,
    State.TEAMS: forming,
    State.DECIDING: meetings.desk,
    State.CLOSED: teams.results,
}


# The parts with something to type or to mark.
STILL = {State.CHECK_IN, State.REQUIREMENTS, State.GROUPING}


def live_of(meeting):
    """Meetings 2 and 3 end with plans, which stand on the meeting's page."""
    ends_with_plans = meeting.number > 1 and meeting.state == State.CLOSED
    return {} if ends_with_plans else LIVE[meeting.state](meeting)


def page(meeting, steps):
    """The console's context. `steps` are the moves open to the actor."""
    forward, back = meetings.moves(meeting, steps)
    live = live_of(meeting)
    return {
        "meeting": meeting,
        "title": meetings.TITLES[meeting.number],
        "hint": meetings.HINTS[meeting.state],
        "parts": meetings.parts(meeting),
        "forward": forward,
        "back": back,
        "present_count": meeting.attendances.count(),
        "showing": meeting.state,
        "timer": timers.timer_of(meeting),
        "minutes": timers.MINUTES.get(meeting.state),
        "live_template": f"mobilization/console/{meeting.state}.html",
        "has_still": meeting.state in STILL,
        "still_template": f"mobilization/console/{meeting.state}_still.html",
        **guests.door(meeting),
        **live,
    }
