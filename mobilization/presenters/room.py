"""The page of somebody in the room, on a phone: it follows the meeting."""

from mobilization.models import Meeting
from mobilization.models.meetings import MOST_DOTS
from mobilization.presenters import (
    comfort,
    floor,
    meetings,
    priorities,
    reading,
    requirements,
    teams,
    timers,
    votes,
)
from mobilization.queries import cards as card_queries
from mobilization.queries import teams as team_queries

State = Meeting.State


def nothing(meeting, person):
    return {}


def own_card(meeting, person):
    card = card_queries.card_of(meeting, person)
    words = (card.vision, card.first, card.second, card.third) if card else ()
    return {"card": words}


def the_list(meeting, person):
    return {
        **own_card(meeting, person),
        **reading.on_phone(meeting, person),
        **requirements.requirement_list(meeting),
    }


def own_ballot(meeting, person):
    return votes.ballot(meeting, person)


def the_results(meeting, person):
    return {**priorities.shown(meeting), "question": comfort.question(meeting, person)}


def the_teams(meeting, person):
    return {"teams": teams.team_rows(meeting), **own_teams(meeting, person)}


def own_teams(meeting, person):
    return {"memberships": list(team_queries.memberships(person, meeting))}


def the_plans(meeting, person):
    return floor.on_phone(meeting, person)


def what_came_of_it(meeting, person):
    found = meetings.following(meeting)
    if meeting.number > 1:
        return found
    return found | {**teams.results(meeting), **own_teams(meeting, person)}


FACTS = {
    "planned": nothing,
    "arrive": nothing,
    "check_in": nothing,
    "cards": own_card,
    "requirements": the_list,
    "voting": own_ballot,
    "grouping": the_results,
    "teams": the_teams,
    "deciding": the_plans,
    "closed": what_came_of_it,
}


def page(meeting, person):
    """The context of the room's page for one person."""
    part = part_for(meeting)
    return {
        "meeting": meeting,
        "actor": person,
        "title": meetings.TITLES[meeting.number],
        "parts": meetings.parts(meeting),
        "showing": part,
        "timer": timers.timer_of(meeting),
        "dot_counts": range(MOST_DOTS + 1),
        "live_template": f"mobilization/room/{part}.html",
        **FACTS[part](meeting, person),
    }


def touched(meeting, requirement, line, shown):
    """The Line of the ballot that was touched, and the dots that are left.

    `shown` is the mark of the page. Where it was up to date the pieces bring it up to date again,
    and carry its new mark; else the next poll fetches the whole.
    """
    was_up_to_date = shown == mark(meeting)
    return {
        "meeting": meeting,
        "place": votes.place_of(requirement.number, requirement, line.offer, line.words_before),
        "mark": mark_of(meeting.version, meeting.own_version + 1) if was_up_to_date else "",
        **votes.left(meeting.dots_each, line.dots_left),
    }


def mark(meeting):
    """Changes with what everybody in the room sees, and with the person's own card and dots."""
    return mark_of(meeting.version, meeting.own_version)


def mark_of(version, own_version):
    return f"{version}.{own_version}"


def part_for(meeting):
    """What the person sees: the meeting's part, or the door while they are not checked in."""
    if meeting.state in {State.PLANNED, State.CLOSED} or meeting.own_version is not None:
        return meeting.state
    return "arrive"
