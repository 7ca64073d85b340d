"""The Guide's agendas of the three meetings (Part II, Steps 4 to 6), in our own words.

A template is a list of lines in order; times follow from the minutes. The scripts are what
facilitators say and do, and stand on their run sheet alone.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from mobilization.models import AgendaItem, Meeting

Kind = AgendaItem.Kind
State = Meeting.State


@dataclass(frozen=True)
class Line:
    """An item of an agenda, stored or from a template; `minutes` may be 0 for a moment.

    `state` is the part of the room that it brings to its end.
    """

    title: str
    minutes: int
    what: str = ""
    co_chairs: str = ""
    script: str = ""
    part: str = ""
    kind: str = Kind.MEETING
    state: str = ""


OVERVIEW = _("Part 1: Overview")

BEFORE = Line(
    _("Pre-meeting of co-chairs and facilitators"),
    30,
    what=_("Agenda, outcomes and who does what are gone through once more."),
    co_chairs=_("Review the agenda and the outcomes with the facilitators."),
    script=_(
        "Check room, screen, charts, name tents and sign-in sheet. Agree who presides over which "
        "item, and who writes for all to see."
    ),
    kind=Kind.BEFORE,
)

WELCOME = Line(
    _("Welcome and introductions"),
    15,
    what=_("The co-chairs open the meeting; everybody says name and company."),
    co_chairs=_(
        "Welcome people and say in a short statement why this matters and why you take part. Then "
        "hand over to the facilitators."
    ),
    script=_("Ask for name and company only. With twenty people each has half a minute."),
    part=OVERVIEW,
    state=State.CHECK_IN,
)

FIRST = [
    BEFORE,
    WELCOME,
    Line(
        _("Overview of the project"),
        15,
        what=_("What the figures say of the cluster, and how the three meetings work."),
        script=_(
            "Five figures from the briefing paper are enough. Say what comes out at the end: a few "
            "plans that people in this room carry."
        ),
        part=OVERVIEW,
        state=State.CHECK_IN,
    ),
    Line(
        _("Vision and requirements"),
        45,
        what=_(
            "Each writes a five-year vision as a phrase, and the three top requirements, on one "
            "card. Then the cards are read in turn."
        ),
        co_chairs=_("Give your views like everybody else."),
        script=_(
            "Five minutes to write. Then each reads the vision and the first requirement only; the "
            "recorder files it under its category. No comments and no critique. Then ask what is "
            "not captured yet, and open the discussion until the room is content."
        ),
        part=_("Part 2: Vision and requirements"),
        state=State.REQUIREMENTS,
    ),
    Line(
        _("Vote, then a short break"),
        15,
        what=_("Place the dots, at most one on a requirement, in five minutes."),
        co_chairs=_(
            "Vote like everybody else. In the break, confer with the facilitators on what belongs "
            "together."
        ),
        script=_(
            "Go through the list once more and adjust it. Say: vote for what you want to work on "
            "yourself; without a champion nothing happens. In the break: top requirements, what "
            "belongs together, whom to ask to volunteer."
        ),
        part=_("Part 3: Priorities"),
        state=State.VOTING,
    ),
    Line(
        _("Discussion of the priority areas"),
        15,
        what=_("The group looks at the groupings and agrees on one to three priority areas."),
        co_chairs=_("Take part in the discussion."),
        script=_(
            "Adjust the groupings until the room is comfortable. More than three areas spread the "
            "energy too thin. Then collect ideas for each."
        ),
        part=_("Part 4: Teams"),
        state=State.GROUPING,
    ),
    Line(
        _("Volunteers for the action teams"),
        15,
        what=_("Area by area, people step up for a one-page conceptual plan."),
        co_chairs=_("Volunteer as champions, or ask others by name to volunteer."),
        script=_(
            "First the floor, then the co-chairs, then people by name. Write every name where all "
            "can see it. Nobody: go on to the next area. Explain the conceptual plan and the "
            "four-part test; convener and next date before people leave."
        ),
        part=_("Part 4: Teams"),
        state=State.TEAMS,
    ),
    Line(
        _("Close"),
        0,
        co_chairs=_("Thank people and announce the date of the next meeting."),
        part=_("Part 4: Teams"),
        state=State.TEAMS,
    ),
]

SECOND = [
    BEFORE,
    WELCOME,
    Line(
        _("Overview of Meeting 1"),
        15,
        what=_("What was found at the first meeting, for those who are new too."),
        script=_("Visions, ranked requirements, teams: one minute each, from the summary."),
        part=OVERVIEW,
        state=State.CHECK_IN,
    ),
    Line(
        _("The teams present, and the group discusses"),
        80,
        what=_(
            "Each team presents its one-page conceptual plan in 10 to 15 minutes. Then questions, "
            "suggestions, what is missing, possible partners."
        ),
        co_chairs=_(
            "Press for strong, measurable outcomes. Suggest partners and commitments. Ask for more "
            "volunteers."
        ),
        script=_(
            "First the presenter, then the rest of the team, then probing but constructive "
            "questions. It is work in progress, so questioning is the point. Everything said goes "
            "on the plan's flip chart: questions, suggestions, what is missing."
        ),
        part=_("Part 2: The plans"),
        state=State.DECIDING,
    ),
    Line(
        _("What goes forward"),
        10,
        what=_(
            "Feedback is read back, the group decides, the action plan worksheet is handed out."
        ),
        co_chairs=_(
            "Confirm with the group which plans go forward, and say that you take this to the "
            "Leadership Group. Thank the teams."
        ),
        script=_(
            "Read each flip chart back and ask for more. A plan goes forward, merges or ends. Go "
            "through the worksheet; each team fixes its next date before it leaves."
        ),
        part=_("Part 3: Next steps"),
        state=State.DECIDING,
    ),
]

THIRD = [
    BEFORE,
    WELCOME,
    Line(
        _("Overview of Meetings 1 and 2"),
        15,
        what=_("The way from the visions to the action plans, for those who are new too."),
        script=_("One minute each: visions, priority areas, conceptual plans."),
        part=OVERVIEW,
        state=State.CHECK_IN,
    ),
    Line(
        _("The teams present, and the group discusses"),
        80,
        what=_(
            "Each team presents its action plan in 10 to 15 minutes. Then questions, suggestions, "
            "what is missing, above all commitments."
        ),
        co_chairs=_(
            "Press for measurable outcomes. Suggest partners and commitments. Ask for more "
            "volunteers."
        ),
        script=_(
            "First the presenter, then the rest of the team, then questions. Is there enough "
            "commitment to carry it out? Everything said goes on the plan's flip chart."
        ),
        part=_("Part 2: The plans"),
        state=State.DECIDING,
    ),
    Line(
        _("What goes forward, and close of the group"),
        10,
        what=_("A plan goes to the Leadership Group only with clear commitments."),
        co_chairs=_(
            "Confirm with the group which plans go forward. Say that you take them to the "
            "Leadership Group, invite to the launch, thank the teams and close the group."
        ),
        script=_(
            "Read each flip chart back. No clear commitment, no way forward: find it now, merge "
            "the plan, or let it go."
        ),
        part=_("Part 3: Next steps"),
        state=State.DECIDING,
    ),
]

TEMPLATES = {1: FIRST, 2: SECOND, 3: THIRD}

TEAM_WORK = {
    1: Line(
        _("The teams draft their conceptual plans"),
        45,
        what=_("Each team fills in the worksheet: goal, outcomes, steps, members."),
        script=_("One table for each team, and a facilitator at each if there are enough."),
        part=_("Part 4: Teams"),
        kind=Kind.TEAM_WORK,
        state=State.TEAMS,
    ),
    2: Line(
        _("The teams draft their conceptual plans"),
        45,
        what=_("The teams have not met yet, so they fill in the worksheet now."),
        script=_("One table for each team, and a facilitator at each if there are enough."),
        part=OVERVIEW,
        kind=Kind.TEAM_WORK,
        state=State.CHECK_IN,
    ),
    3: Line(
        _("The teams work on their action plans"),
        45,
        what=_("The teams have not met yet, so they add timeline, needs and commitments now."),
        script=_("One table for each team. Ask first for names and commitments."),
        part=OVERVIEW,
        kind=Kind.TEAM_WORK,
        state=State.CHECK_IN,
    ),
}


def with_team_work(lines, number):
    """The lines and time for the teams: before the close of Meeting 1, after the overview later."""
    if any(line.kind == Kind.TEAM_WORK for line in lines):
        return list(lines)
    in_the_room = [at for at, line in enumerate(lines) if line.kind == Kind.MEETING]
    later = in_the_room[2:3] or [len(lines)]
    place = in_the_room[-1] if number == 1 and in_the_room else later[0]
    return [*lines[:place], TEAM_WORK[number], *lines[place:]]


def without_team_work(lines):
    return [line for line in lines if line.kind != Kind.TEAM_WORK]
