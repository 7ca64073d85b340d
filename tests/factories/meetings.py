"""A first meeting that has voted, with ties, unused dots and a requirement without any."""

from mobilization.models import CardLine, Dot, Meeting, PriorityRequirement, TeamMember
from tests.factories.accounts import PersonFactory
from tests.factories.process import (
    AttendanceFactory,
    BallotFactory,
    CardFactory,
    MeetingFactory,
    PriorityFactory,
    RequirementFactory,
    SeatFactory,
    TeamFactory,
)

# Each ballot by the requirements it has a dot on: 3, 2, 2, 1 and 0 dots; 4 of 12 stay unused.
BALLOTS = [("school", "permits", "homes"), ("school", "permits"), ("school", "homes", "rail")]
WORDS = {
    "school": "An evening school for technicians",
    "permits": "One contact for permits",
    "homes": "Homes near the plants",
    "rail": "Freight rail at the park",
    "buses": "Buses at shift change",
}


def voted_meeting(**values):
    """Meeting 1 at its teams: three cards, eight dots, one priority area with its team."""
    meeting = MeetingFactory(state=Meeting.State.TEAMS, **values)
    rows = {key: RequirementFactory(meeting=meeting, text=text) for key, text in WORDS.items()}
    people = [vote(meeting, rows, number) for number in range(len(BALLOTS))]
    area = PriorityFactory(meeting=meeting, name="Technicians for tomorrow")
    PriorityRequirement.objects.create(priority=area, requirement=rows["school"])
    PriorityRequirement.objects.create(priority=area, requirement=rows["homes"])
    team = TeamFactory(priority=area, champion=people[0], convener=people[1])
    TeamMember.objects.create(team=team, person=people[2])
    return meeting


def vote(meeting, rows, number):
    """One person's card and ballot; names and visions run in opposite order."""
    name = ["Ada Maker", "Ben Maker", "Cy Maker"][number]
    person = PersonFactory(initiative=meeting.initiative, name=name)
    SeatFactory(group=meeting.group, person=person)
    AttendanceFactory(meeting=meeting, person=person)
    vision = ["Zinc and tin made here", "Known for clean machines", "A place for makers"][number]
    card = CardFactory(
        meeting=meeting, person=person, vision=vision, first=f"School, said {number}"
    )
    CardLine.objects.create(card=card, requirement=rows["school"], line=CardLine.Line.FIRST)
    keys = BALLOTS[number]
    ballot = BallotFactory(meeting=meeting, person=person, dots_left=4 - len(keys))
    for key in keys:
        Dot.objects.create(ballot=ballot, requirement=rows[key], source="phone")
    return person
