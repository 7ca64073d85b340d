"""One initiative with one of everything, for tests that walk the whole product.

`values` holds what the places in the URLs can be, by the name that the URL gives them.
"""

from datetime import timedelta
from types import SimpleNamespace

import pandas as pd
from django.utils import timezone

from accounts.models import Membership
from analytics import warehouse
from analytics.models import Upload
from mobilization.demo.cast import PARTS
from mobilization.models import Deed, Feedback, LeadershipSeat, Presentation, Seat, Summary
from tests.factories import process
from tests.factories.accounts import (
    InitiativeFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonalLinkFactory,
    PersonFactory,
    member,
)
from tests.factories.analytics import (
    DatasetSliceFactory,
    JointObservationFactory,
    ObservationFactory,
    SnapshotFactory,
    StudyFactory,
    WorksheetFactory,
)
from tests.factories.clusters import ClusterIndustryFactory
from tests.factories.core import DocumentFactory
from tests.factories.plans import keep


def make_world():
    initiative = InitiativeFactory(slug="central-ohio")
    group = process.ClusterGroupFactory(cluster__initiative=initiative, cluster__slug="optics")
    meeting = process.MeetingFactory(group=group, state="voting", code="ACDEFG")
    ClusterIndustryFactory(cluster=group.cluster, naics="3345")
    process.LetterFactory(group=group)
    seat = invited(group, state="sent", sent_at=timezone.now())
    process.AttendanceFactory(meeting=meeting, person=seat.person)
    champion = invited(group).person
    team = process.TeamFactory(priority__meeting=meeting, champion=champion, convener=champion)
    plan = process.PlanFactory(team=team)
    keep(plan)
    guest, late_guest = process.GuestFactory.create_batch(2, meeting=meeting)
    Summary.objects.create(meeting=meeting, state="checked", basis="of what was checked")
    later = process.MeetingFactory(group=group, number=2)
    turn = Presentation.objects.create(team=team, meeting=later, person=champion)
    said = Feedback.objects.create(
        team=team, meeting=later, source="room", kind="question", text="Who pays?"
    )
    asked = process.TeamInvitationFactory(team=team, person=seat.person, state="sent")
    document = DocumentFactory(
        job__place=initiative.slug, job__kind="briefing_paper", job__subject=group
    )
    PersonFactory(initiative=initiative, email=PARTS[-1].email)
    worksheet = WorksheetFactory(initiative=initiative, state="joining")
    people = {
        "leader": seat_in_leadership(initiative),
        "leadership co-chair": seat_in_leadership(initiative, is_co_chair=True),
        "cluster co-chair": process.SeatFactory(group=group, role=Seat.Role.CO_CHAIR).person,
        "participant": seat.person,
        "team member": champion,
        "stranger": PersonFactory(),
    }
    users = {
        **{role: member(initiative, role) for role in Membership.Role.values},
        "outsider": member(InitiativeFactory()),
    }
    return SimpleNamespace(
        initiative=initiative,
        users=users,
        tokens={
            **{role: PersonalLinkFactory(person=person).token for role, person in people.items()},
            **broken_tokens(initiative),
        },
        values={
            "initiative": initiative.slug,
            "part": PARTS[-1].key,
            "cluster": group.cluster.slug,
            "naics": "3345",
            "membership": MembershipFactory(initiative=initiative).pk,
            "leadership_seat": people["leader"].leadership_seat.pk,
            "number": meeting.number,
            "member": initiative.memberships.get(role="recorder").pk,
            "step": Deed.objects.create(
                meeting=meeting,
                kind="checked_in",
                part=meeting.state,
                by_name="Recorder",
                words={"name": "Ada"},
            ).pk,
            "turn": turn.pk,
            "later_number": later.number,
            "feedback": said.pk,
            "meeting": meeting.pk,
            "later_meeting": later.pk,
            "card": process.CardFactory(meeting=meeting).pk,
            "requirement": process.RequirementFactory(meeting=meeting).pk,
            "scan": process.ScanFactory(meeting=meeting, person=seat.person).pk,
            "code": meeting.code,
            "guest": guest.pk,
            "late_guest": late_guest.pk,
            "guest_key": guest.key,
            "priority": team.priority.pk,
            "team": team.pk,
            "team_member": champion.pk,
            "team_invitation": asked.pk,
            "person": seat.person.pk,
            "organisation": OrganisationFactory(initiative=initiative).pk,
            "seat": invited(group).pk,
            "invitation": seat.invitation.pk,
            "job_id": document.job_id,
            "snapshot": frozen(initiative).key,
            "dataset": DatasetSliceFactory(dataset__initiative=initiative).dataset.key,
            "upload": uploaded(initiative).key,
            "round": worksheet.number,
            "observation": ObservationFactory(
                sheet__worksheet=worksheet, sheet__owner=users["recorder"]
            ).pk,
            "line": JointObservationFactory(worksheet=worksheet).pk,
            "study": StudyFactory(initiative=initiative, codes=["3345"]).pk,
            "team_id": process.TeamFactory(priority__meeting=meeting, champion=champion).pk,
            "plan_id": plan.pk,
            "outcome": process.OutcomeFactory(plan=plan).pk,
            "uidb36": "1",
            "key": "unknown",
        },
    )


def frozen(initiative):
    """A frozen table with its file."""
    snapshot = SnapshotFactory(initiative=initiative)
    warehouse.freeze(pd.DataFrame({"naics": ["3345"]}), snapshot.key)
    return snapshot


def uploaded(initiative):
    """A file whose columns have to be named."""
    key, sha256 = warehouse.take_in([b"NAICS,Jobs\n3254,1\n"])
    return Upload.objects.create(
        key=key, initiative=initiative, file_name="a.csv", sha256=sha256, status="published"
    )


def invited(group, **values):
    """The seat of an invitee, who always has an invitation."""
    return process.InvitationFactory(seat__group=group, **values).seat


def seat_in_leadership(initiative, **values):
    person = PersonFactory(initiative=initiative)
    return process.LeadershipSeatFactory(
        person=person, sector=LeadershipSeat.Sector.BUSINESS, **values
    ).person


def broken_tokens(initiative):
    yesterday = timezone.now() - timedelta(days=1)
    person = PersonFactory(initiative=initiative)
    revoked = PersonalLinkFactory(person=person, revoked_at=timezone.now())
    expired = PersonalLinkFactory(
        person=person, made_at=yesterday - timedelta(days=9), expires_at=yesterday
    )
    return {"unknown": "nobody.gave-this-out", "revoked": revoked.token, "expired": expired.token}
