"""Who has the floor in Meetings 2 and 3: the turn that is on, the one to come, what is said now."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mobilization.models import Feedback, Plan, Presentation
from mobilization.models.presentations import BACK, FORWARD, ON, PROCESS
from mobilization.presenters.measures import measured_by
from mobilization.presenters.meetings import Part, standing
from mobilization.presenters.presentations import turns_of
from mobilization.queries import feedback
from mobilization.queries import presentations as queries

State = Presentation.State
Kind = Feedback.Kind


@dataclass(frozen=True)
class Way:
    """A move of a team's turn, as a button."""

    team_id: int
    name: str
    label: str


@dataclass(frozen=True)
class Column:
    """What one flip chart says of one kind, and the key that leads to its field."""

    kind: str
    label: str
    key: str
    lines: list


def floor(meeting):
    """What every screen of the meeting shows: the turns in order, who is on, who is next.

    `last` is the turn that was heard last, while nobody is on.
    """
    found = turns_of(meeting)
    on = next((turn for turn in found if turn.is_on), None)
    heard = [turn for turn in found if turn.state == State.HEARD and not on]
    return {
        "turns": found,
        "on": on,
        "coming": next((turn for turn in found if turn.state == State.WAITING), None),
        "last": max(heard, key=lambda turn: turn.presentation.turned_at, default=None),
        "phases": phases(on),
        **(plan_of(on) if on else {}),
    }


def phases(on):
    """The three parts of the turn that is on; none while nobody is."""
    here = ON.index(on.state) if on else 0
    return [Part(state.label, standing(place, here)) for place, state in enumerate(ON) if on]


def plan_of(turn):
    """What is presented: outcomes in words, steps, and the names of those who committed."""
    if turn.plan is None:
        return {}
    found = queries.plan_lines(turn.plan)
    return {
        "outcomes": [(outcome.text, measured_by(outcome)) for outcome in found["outcomes"]],
        "plan_steps": found["steps"],
        "is_action_plan": turn.plan.state != Plan.State.CONCEPTUAL,
        "committed": list(dict.fromkeys(row.person.name for row in found["commitments"])),
    }


def on_screen(meeting):
    """The room screen: while all ask, the flip chart stands beside the plan."""
    found = floor(meeting)
    on = found["on"]
    asked = chart(meeting, on) if on and on.state == State.QUESTIONS else []
    return {**found, **heading(found), "chart": [column for column in asked if column.lines]}


def heading(found):
    """On the wall the plan's title stands where else the part of the meeting is named."""
    if found["on"]:
        return {"heading": found["on"].title}
    if found["coming"]:
        return {"heading": _("Next: %(title)s") % {"title": found["coming"].title}}
    return {}


def on_phone(meeting, person):
    """A phone: first the plan that is presented, or is next, and what it means for the person."""
    found = floor(meeting)
    on, coming = found["on"], found["coming"]
    first = on or coming
    ordered = sorted(found["turns"], key=lambda turn: turn is not first)
    return {
        **found,
        "rows": [
            (turn, word_to(person, turn, on, coming), may_offer(person, turn)) for turn in ordered
        ],
    }


def may_offer(person, turn):
    return turn.presenter is None and turn.includes(person) and turn.state != State.HEARD


def word_to(person, turn, on, coming):
    """What the person has to do in this turn, in a sentence; empty where it is nothing."""
    if turn.state == State.HEARD:
        return ""
    if person == turn.presenter:
        return word_to_presenter(turn, on, coming)
    if may_offer(person, turn):
        return _("Your team has nobody to present yet. Agree on one of you.")
    if turn.state == State.TEAM and turn.includes(person):
        return _("Your team has the floor: add what the presenter left out.")
    return ""


def word_to_presenter(turn, on, coming):
    if turn.state == State.PRESENTER:
        return _("You have the floor. Goal, outcomes, steps: ten to fifteen minutes.")
    if turn is coming and on is None:
        return _("You are next.")
    return _("You present.")


# --- The console ----------------------------------------------------------------------------


def on_console(meeting):
    """The floor with the moves, the prompt, and the flip chart of the team that is heard."""
    found = floor(meeting)
    on, coming, last = found["on"], found["coming"], found["last"]
    charted = on or last
    return {
        **found,
        "go_on": way(on or coming, FORWARD),
        "go_back": way(on or last, BACK),
        "end_early": end_early(on),
        "prompt": prompt(on, coming, found["turns"], meeting.number),
        "unnamed": [turn for turn in found["turns"] if unnamed(turn)],
        "to_name": next((turn for turn in (on or coming,) if turn and unnamed(turn)), None),
        "charted": charted,
        "chart": chart(meeting, charted) if charted else [],
    }


def unnamed(turn):
    return turn.presenter is None and turn.state != State.HEARD


def way(turn, moves):
    if turn is None or turn.state not in moves:
        return None
    name = moves[turn.state]
    return Way(turn.team.pk, name, PROCESS.steps[name].label)


def end_early(on):
    """Before the questions a turn can be ended too."""
    if on is None or on.state == State.QUESTIONS:
        return None
    return Way(on.team.pk, "end", PROCESS.steps["end"].label)


KEYS = {Kind.QUESTION: "q", Kind.SUGGESTION: "s", Kind.MISSING: "m"}


def chart(meeting, turn):
    """The columns of the team's flip chart in this meeting."""
    said = list(feedback.on_chart(turn.team, meeting))
    return [
        Column(kind.value, str(kind.label), key, [line for line in said if line.kind == kind])
        for kind, key in KEYS.items()
    ]


PROMPTS = {
    State.PRESENTER: gettext_lazy(
        "%(who)s presents goal, outcomes and steps. Watch the time, and let nobody interrupt. "
        "Then ask the rest of the team."
    ),
    State.TEAM: gettext_lazy(
        "Ask the others of the team what they want to add: %(others)s. Then open it to all."
    ),
    State.QUESTIONS: gettext_lazy(
        "Ask the room for probing but constructive questions, and the co-chairs first. Write down "
        "each: question, suggestion, what is missing."
    ),
}
COMMITMENT = gettext_lazy("Is there enough commitment to carry it out? Ask for names.")


AFTERWARDS = {
    2: gettext_lazy(
        "Every plan is decided on. Hand out the worksheets, have each team say when it meets next, "
        "and close the meeting."
    ),
    3: gettext_lazy(
        "Every plan is decided on. Thank the people, and close the meeting; then close the group."
    ),
}


def prompt(on, coming, turns, number):
    """What a facilitator does now, in one or two sentences."""
    if on:
        return prompt_on(on, number)
    if coming:
        return prompt_before(coming)
    if not any(turn.plan is None or turn.is_undecided_in(number) for turn in turns):
        return AFTERWARDS[number]
    return _(
        "Every team is heard. Read each flip chart back and ask for more. Then the group decides "
        "on each plan."
    )


def prompt_on(on, number):
    if on.state == State.TEAM and not on.others:
        return _("Nobody else is on this team. Open it to all.")
    words = {
        "who": on.presenter or _("The team"),
        "others": ", ".join(person.name for person in on.others),
    }
    said = str(PROMPTS[on.state]) % words
    return f"{said} {COMMITMENT}" if number == 3 and on.state == State.QUESTIONS else said


def prompt_before(coming):
    words = {"who": coming.presenter, "title": coming.title}
    if coming.plan is None:
        said = _(
            "“%(title)s” has no plan yet, so there is nothing to hand out. Ask what the team has, "
            "or let another one begin."
        )
        return said % words
    if coming.presenter is None:
        return _("Hand out “%(title)s”. Nobody is named to present it: ask the team now.") % words
    return _("Hand out “%(title)s”, and call %(who)s up. The timer starts with the talk.") % words
