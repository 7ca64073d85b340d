"""The Guide's rules that a move of a meeting would pass over, and what was said where it did.

They are soft: whoever runs the meeting goes on with a reason, which stays in the history.
"""

from core import guide
from core.workflow import history_of
from mobilization.models import Meeting
from mobilization.queries import priorities as queries

State = Meeting.State


def unmet(meeting, name):
    """[Advice] that the move `name` would pass over."""
    rules = RULES.get((meeting.number, name))
    return [rule for rule in rules(queries.standing(meeting)) if rule] if rules else []


def before_teams(areas):
    rule = guide.priority_areas(len(areas))
    return [rule] if rule.light == guide.RED else []


def before_people_leave(areas):
    """What is agreed before people leave; where there is no area there is nothing to agree on."""
    formed = [area for area in areas if area.has_team]
    undecided = sum(not area.has_team and not area.passed_over for area in areas)
    rules = [guide.areas_are_decided(undecided)]
    if formed:
        dated = sum(bool(area.next_date) for area in formed)
        rules.append(guide.teams_have_dates(dated, len(formed)))
        rules.append(guide.drafting_is_chosen(any(area.drafting for area in formed)))
    return [rule for rule in rules if rule.light != guide.GREEN]


RULES = {(1, "open_teams"): before_teams, (1, "close"): before_people_leave}


def reasons(meeting):
    """[Move] with a note: why the meeting went on all the same, each move as it was made last."""
    if meeting.number != 1 or meeting.state not in (State.TEAMS, State.CLOSED):
        return []
    names = ["open_teams"] if meeting.state == State.TEAMS else ["open_teams", "close"]
    latest = {move.name: move for move in history_of(meeting).filter(name__in=names).order_by("pk")}
    return [move for move in latest.values() if move.note]
