"""The process from cluster groups to blueprints. Everything hangs on one group."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from mobilization import models
from mobilization.services import categories
from tests.factories.accounts import PersonFactory
from tests.factories.clusters import ClusterFactory

MEETING_AT = datetime(2027, 3, 4, 13, 0, tzinfo=UTC)
TO_COME = datetime(2099, 3, 5, 13, 0, tzinfo=UTC)  # whenever the tests run


class ClusterGroupFactory(DjangoModelFactory):
    class Meta:
        model = models.ClusterGroup

    cluster = factory.SubFactory(ClusterFactory)
    reason = "It is large, it grows, and its employers asked for it."


class LeadershipSeatFactory(DjangoModelFactory):
    class Meta:
        model = models.LeadershipSeat

    person = factory.SubFactory(PersonFactory)
    sector = models.LeadershipSeat.Sector.BUSINESS


class SeatFactory(DjangoModelFactory):
    class Meta:
        model = models.Seat

    group = factory.SubFactory(ClusterGroupFactory)
    person = factory.LazyAttribute(lambda seat: PersonFactory(initiative=seat.group.initiative))


class LetterFactory(DjangoModelFactory):
    class Meta:
        model = models.Letter

    group = factory.SubFactory(ClusterGroupFactory)
    subject = "Three meetings for our cluster"
    body = "We would like you to join us."
    reply_by = date(2027, 2, 18)


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = models.Invitation

    seat = factory.SubFactory(SeatFactory)


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = models.Meeting
        skip_postgeneration_save = True

    group = factory.SubFactory(ClusterGroupFactory)
    number = 1
    starts_at = MEETING_AT
    place = "Public library, room 2"

    @factory.post_generation
    def with_categories(self, create, extracted, **kwargs):
        if self.number == 1:
            categories.begin(self)


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = models.Attendance

    meeting = factory.SubFactory(MeetingFactory)
    person = factory.LazyAttribute(lambda row: SeatFactory(group=row.meeting.group).person)
    source = models.Attendance.Source.DESK


class GuestFactory(DjangoModelFactory):
    class Meta:
        model = models.Guest

    meeting = factory.SubFactory(MeetingFactory)
    name = "Nora Late"


def present(meeting, **person):
    """A person with a seat in the meeting's group who is checked in."""
    somebody = PersonFactory(initiative=meeting.initiative, **person)
    SeatFactory(group=meeting.group, person=somebody)
    return AttendanceFactory(meeting=meeting, person=somebody).person


class CardFactory(DjangoModelFactory):
    class Meta:
        model = models.Card

    meeting = factory.SubFactory(MeetingFactory)
    person = factory.LazyAttribute(lambda row: SeatFactory(group=row.meeting.group).person)
    vision = "The place where instruments are made"
    first = "More technicians"


def under(meeting, name):
    """The meeting's category of that name."""
    return meeting.categories.get(name=name)


class RequirementFactory(DjangoModelFactory):
    class Meta:
        model = models.Requirement

    meeting = factory.SubFactory(MeetingFactory)
    text = factory.Sequence(lambda n: f"Requirement {n}")
    category = factory.LazyAttribute(lambda row: under(row.meeting, "Workforce"))


class BallotFactory(DjangoModelFactory):
    class Meta:
        model = models.Ballot

    meeting = factory.SubFactory(MeetingFactory)
    person = factory.LazyAttribute(lambda row: SeatFactory(group=row.meeting.group).person)
    dots_left = factory.SelfAttribute("meeting.dots_each")


class PriorityFactory(DjangoModelFactory):
    class Meta:
        model = models.Priority

    meeting = factory.SubFactory(MeetingFactory)
    name = factory.Sequence(lambda n: f"Priority area {n}")


class TeamFactory(DjangoModelFactory):
    class Meta:
        model = models.Team
        skip_postgeneration_save = True

    priority = factory.SubFactory(PriorityFactory)
    champion = factory.LazyAttribute(
        lambda team: SeatFactory(group=team.priority.meeting.group).person
    )
    convener = factory.SelfAttribute("champion")

    @factory.post_generation
    def with_members(self, create, extracted, **kwargs):
        for person in {self.champion, self.convener}:
            models.TeamMember.objects.create(team=self, person=person)


class TeamInvitationFactory(DjangoModelFactory):
    class Meta:
        model = models.TeamInvitation

    team = factory.SubFactory(TeamFactory)
    person = factory.LazyAttribute(
        lambda row: SeatFactory(group=row.team.priority.meeting.group).person
    )
    chosen_by_name = "Somebody"


class PlanFactory(DjangoModelFactory):
    class Meta:
        model = models.Plan

    team = factory.SubFactory(TeamFactory)
    title = factory.Sequence(lambda n: f"Plan {n}")
    goal = "Every employer finds the technicians it needs."


class OutcomeFactory(DjangoModelFactory):
    class Meta:
        model = models.Outcome

    plan = factory.SubFactory(PlanFactory)
    text = "Forty technicians certified"
    measure = "Certificates awarded by the college"
    due = date(2027, 12, 1)


class CommitmentFactory(DjangoModelFactory):
    class Meta:
        model = models.Commitment

    plan = factory.SubFactory(PlanFactory)
    person = factory.LazyAttribute(lambda row: row.plan.team.champion)
    text = "Lends two trainers"
    due = date(2027, 4, 1)


class PlanStepFactory(DjangoModelFactory):
    class Meta:
        model = models.PlanStep

    plan = factory.SubFactory(PlanFactory)
    text = "Agree on one curriculum"


class ScanFactory(DjangoModelFactory):
    class Meta:
        model = models.Scan

    meeting = factory.SubFactory(MeetingFactory)
    person = factory.LazyAttribute(lambda scan: present(scan.meeting))
    file = factory.django.FileField(filename="page.jpg", data=b"of a page")
    sha256 = factory.Sequence(lambda n: f"{n:064}")
    by_name = "Recorder"
