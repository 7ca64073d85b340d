"""The console of lead and recorder: what stands in each part of a meeting.

`live` is what other people change, `still` is what the recorder works with. The page fetches both
again when the meeting has changed, and leaves alone what is being typed in.
"""

from mobilization.models import Meeting
from mobilization.presenters import (
    cards,
    comfort,
    deeds,
    floor,
    forming,
    gates,
    groups,
    guests,
    huddle,
    meetings,
    plans,
    presentations,
    reading,
    requirements,
    schedule,
    teams,
    timers,
    votes,
)
from mobilization.queries import cards as card_queries
from mobilization.queries import meetings as meeting_queries
from mobilization.queries import scans

State = Meeting.State


def requirements_part(meeting):
    standing = reading.standing(meeting)
    without, on_photos = list(card_queries.without(meeting)), list(scans.waiting(meeting))
    return {
        "turns": cards.turns(meeting),
        "now": standing["now"],
        "without_card": [person for person in without if person not in on_photos],
        "hint": reading.prompt(standing["round"], len(without)),
        "on_photos": on_photos,
        **requirements.requirement_list(meeting),
    }


def the_huddle(meeting):
    return {**huddle.huddle(meeting), "question": comfort.question(meeting)}


def deciding(meeting):
    return {**floor.on_console(meeting), **meetings.desk(meeting)}


def planned(meeting):
    return presentations.preparation(meeting) if meeting.number > 1 else {}


def arriving(meeting):
    """People check in; presenters and copies can still be seen to."""
    return {**meetings.checking_in(meeting), **planned(meeting)}


LIVE = {
    State.PLANNED: planned,
    State.CHECK_IN: arriving,
    State.CARDS: cards.writing,
    State.REQUIREMENTS: requirements_part,
    State.VOTING: votes.counting,
    State.GROUPING: the_huddle,
    State.TEAMS: forming.forming,
    State.DECIDING: deciding,
    State.CLOSED: teams.results,
}


# The parts with something to type or to mark.
STILL = {
    *(State.CHECK_IN, State.CARDS, State.REQUIREMENTS, State.VOTING, State.GROUPING),
    State.DECIDING,
}


def live_of(meeting, actor):
    """Meetings 2 and 3 end with plans, which stand on the meeting's page, and 3 with the group."""
    if meeting.number == 1 or meeting.state != State.CLOSED:
        return LIVE[meeting.state](meeting)
    return {
        "left_open": plans.left_open_of(meeting.group),
        "closing": groups.closing(meeting.group, actor) if meeting.number == 3 else None,
    }


def page(meeting, process, actor):
    """The console's context for `actor`; `process` is the meeting's table of moves."""
    forward, back = meetings.moves(meeting, process.open_to(meeting, actor))
    live = {"present_count": meeting.attendances.count(), **live_of(meeting, actor)}
    return {
        "meeting": meeting,
        "title": meetings.TITLES[meeting.number],
        "hint": meetings.hint(meeting),
        "parts": meetings.parts(meeting),
        "forward": forward,
        "back": back,
        "unmet": gates.unmet(meeting, forward.name, live) if forward else [],
        "reasons": gates.reasons(meeting),
        "showing": meeting.state,
        "timer": timers.timer_of(meeting),
        **schedule.page(meeting),
        "live_template": f"mobilization/console/{meeting.state}.html",
        "has_still": meeting.state in STILL,
        "still_template": f"mobilization/console/{meeting.state}_still.html",
        "others": meeting_queries.who_may_lead(meeting),
        **deeds.steps(meeting, process),
        **guests.door(meeting),
        **live,
    }
