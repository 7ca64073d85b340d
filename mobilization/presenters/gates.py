"""The Guide's rules that a move of a meeting would pass over, and what was said where it did.

They are soft: whoever runs the meeting goes on with a reason, which stays in the history.
"""

from core import guide
from core.workflow import history_of
from mobilization.models import Meeting, Presentation
from mobilization.presenters import comfort
from mobilization.presenters.presentations import turns_of
from mobilization.queries import priorities

State = Meeting.State


def unmet(meeting, name, seen=None):
    """[Advice] that the move `name` would pass over; `seen` is what the console has read."""
    rules = RULES.get((meeting.number, name))
    return rules(meeting, seen) if rules else []


def before_teams(meeting, seen):
    """A few areas with which the group is comfortable; without one there is nothing to ask."""
    areas = len(priorities.standing(meeting))
    if not areas:
        return []
    seen = seen or {
        "question": comfort.question(meeting),
        "present_count": meeting.attendances.count(),
    }
    number = guide.priority_areas(areas)
    return [
        *([number] if number.light == guide.RED else []),
        *not_met([guide.comfort_is_taken(seen["question"], seen["present_count"])]),
    ]


def before_people_leave(meeting, _seen):
    """What is agreed before people leave; where there is no area there is nothing to agree on."""
    areas = priorities.standing(meeting)
    formed = [area for area in areas if area.has_team]
    undecided = sum(not area.has_team and not area.passed_over for area in areas)
    rules = [guide.areas_are_decided(undecided)]
    if formed:
        dated = sum(bool(area.next_date) for area in formed)
        rules.append(guide.teams_have_dates(dated, len(formed)))
        rules.append(guide.drafting_is_chosen(any(area.drafting for area in formed)))
    return not_met(rules)


def before_plans_are_left(meeting, seen):
    """Every team of Meeting 2 or 3 is heard, and the group decides on each plan."""
    turns = seen["turns"] if seen else turns_of(meeting)
    number = meeting.number
    heard = sum(turn.state == Presentation.State.HEARD for turn in turns)
    undecided = sum(turn.is_undecided_in(number) for turn in turns)
    without = sum(turn.plan is None for turn in turns)
    return not_met(
        [
            guide.presentation_is_over(any(turn.is_on for turn in turns), number),
            guide.teams_are_heard(heard, len(turns), number),
            guide.plans_are_decided(undecided, number),
            guide.teams_have_plans(without, number),
        ]
    )


def not_met(rules):
    return [rule for rule in rules if rule.light != guide.GREEN]


RULES = {
    (1, "open_teams"): before_teams,
    (1, "close"): before_people_leave,
    (2, "close"): before_plans_are_left,
    (3, "close"): before_plans_are_left,
}
# The moves over a rule that are behind the meeting in each part of it.
PASSED = {State.TEAMS: ["open_teams"], State.CLOSED: ["open_teams", "close"]}


def reasons(meeting):
    """[Move] with a note: why the meeting went on all the same, each move as it was made last."""
    names = PASSED.get(meeting.state)
    if names is None:
        return []
    latest = {move.name: move for move in history_of(meeting).filter(name__in=names).order_by("pk")}
    return [move for move in latest.values() if move.note]
