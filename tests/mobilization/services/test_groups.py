import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import Membership, Pass
from core.problems import Problem
from core.workflow import history_of
from mobilization.models import (
    Attendance,
    BallotCode,
    ClusterGroup,
    Comfort,
    Deed,
    Dot,
    Invitation,
    LeadershipSeat,
    Presentation,
    Seat,
    Summary,
    Team,
    TeamMember,
)
from mobilization.queries.seats import marked
from mobilization.services import excuses, groups, meetings, teams, undoing, votes
from tests.factories.accounts import PersonFactory, member
from tests.factories.clusters import ClusterFactory
from tests.factories.process import (
    AttendanceFactory,
    BallotFactory,
    CardFactory,
    ClusterGroupFactory,
    CommitmentFactory,
    GuestFactory,
    InvitationFactory,
    MeetingFactory,
    PriorityFactory,
    RequirementFactory,
    ScanFactory,
    SeatFactory,
    TeamFactory,
    TeamInvitationFactory,
    present,
)
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

State = Invitation.State


@pytest.fixture
def group():
    return ClusterGroupFactory()


@pytest.fixture
def administrator(group):
    return member(group.initiative, Membership.Role.ADMINISTRATOR)


def test_an_invitee_gets_a_seat_and_an_invitation_that_is_not_sent(group, administrator):
    person = PersonFactory(initiative=group.initiative)

    seat = groups.seat(group=group, person=person, by=administrator)

    assert (seat.role, seat.invitation.state) == (Seat.Role.INVITEE, State.LISTED)


def test_a_co_chair_is_not_invited(group, administrator):
    person = PersonFactory(initiative=group.initiative)

    seat = groups.seat(group=group, person=person, role=Seat.Role.CO_CHAIR, by=administrator)

    assert not Invitation.objects.filter(seat=seat).exists()


def test_nobody_is_on_a_list_twice(group, administrator):
    taken = SeatFactory(group=group)

    with refused("seated_already"):
        groups.seat(group=group, person=taken.person, by=administrator)

    assert Seat.objects.count() == 1


def test_of_several_seats_all_are_given_or_none(group, administrator):
    taken, free = SeatFactory(group=group).person, PersonFactory(initiative=group.initiative)

    with pytest.raises(Problem):
        groups.seat_all(group=group, people=[free, taken], by=administrator)

    assert [seat.person for seat in Seat.objects.all()] == [taken]


def test_nobody_sits_in_another_initiatives_group(group, administrator):
    with refused("person_of_another_initiative"):
        groups.seat(group=group, person=PersonFactory(), by=administrator)


def test_a_seat_can_be_taken_back_while_the_letter_is_not_sent(group, administrator):
    seat = InvitationFactory(seat__group=group).seat

    groups.unseat(seat=seat, by=administrator)

    assert not Seat.objects.exists()
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("state", [State.SENT, State.ACCEPTED, State.DECLINED, State.UNSURE])
def test_a_seat_stays_once_the_letter_is_sent(state, group, administrator):
    answered = None if state == State.SENT else group.chosen_at
    seat = InvitationFactory(seat__group=group, state=state, answered_at=answered).seat

    with refused("seat_is_invited"):
        groups.unseat(seat=seat, by=administrator)

    assert Invitation.objects.get().seat == seat


class Traces:
    """Each method records one thing of a person with a seat, in Meeting 1 or on a team."""

    def __init__(self, seat):
        self.person = seat.person
        self.first = MeetingFactory(group=seat.group, state="teams")
        self.second = MeetingFactory(group=seat.group, number=2, state="check_in")

    def team(self, **people):
        priority = PriorityFactory(meeting=self.first, name="Roads")
        return TeamFactory(priority=priority, **people)

    def seat_on_a_team__as_champion(self):
        TeamMember.objects.filter(team=self.team(champion=self.person)).delete()

    def seat_on_a_team__as_convener(self):
        team = self.team(convener=self.person, champion=SeatFactory(group=self.first.group).person)
        TeamMember.objects.filter(team=team).delete()

    def seat_on_a_team__as_member(self):
        TeamMember.objects.create(team=self.team(), person=self.person)

    def seat_has_promised__something(self):
        CommitmentFactory(plan__team=self.team(), person=self.person)

    def seat_asked_to_join__a_team(self):
        TeamInvitationFactory(team=self.team(), person=self.person)

    def seat_took_part__with_a_card(self):
        CardFactory(meeting=self.first, person=self.person)

    def seat_took_part__with_a_card_on_paper(self):
        ScanFactory(meeting=self.first, person=self.person)

    def seat_took_part__with_a_dot(self):
        ballot = BallotFactory(meeting=self.first, person=self.person)
        ballot.dots.create(requirement=RequirementFactory(meeting=self.first), source="paper")

    def seat_took_part__with_an_empty_paper_ballot(self):
        typed = {"entered_at": timezone.now(), "entered_by_name": "Rec"}
        BallotCode.objects.create(meeting=self.first, person=self.person, **typed)

    def seat_took_part__with_an_answer_of_comfort(self):
        asked = Comfort.objects.create(meeting=self.first, method="fist")
        asked.answers.create(person=self.person, level=3)

    def seat_took_part__as_a_volunteer(self):
        area = PriorityFactory(meeting=self.first)
        area.volunteers.create(person=self.person)

    def seat_took_part__as_presenter(self):
        Presentation.objects.create(team=self.team(), meeting=self.second, person=self.person)

    def seat_checked_in__once(self):
        AttendanceFactory(meeting=self.first, person=self.person)

    def seat_checked_in__by_a_phone(self):
        entry = Pass.objects.create(
            person=self.person, place="meetings/1/", expires_at=timezone.now()
        )
        GuestFactory(meeting=self.first, person=self.person, state="let_in", entry=entry)

    def seat_was_taken__by_a_substitute(self):
        AttendanceFactory(meeting=self.first, in_place_of=self.person)

    def seat_gave_word__of_not_coming(self):
        self.second.excuses.create(person=self.person)

    def seat_gave_word__of_coming(self):
        self.second.replies.create(person=self.person, comes=True)

    def seat_has_the_summary__of_the_meeting(self):
        summary = Summary.objects.create(meeting=self.first)
        summary.letters.create(person=self.person, version=1)


@pytest.mark.parametrize("kind", [name for name in vars(Traces) if name.startswith("seat_")])
@pytest.mark.parametrize("role", Seat.Role)
def test_of_whom_something_is_recorded_stays_on_the_list(kind, role, group, administrator):
    seat = SeatFactory(group=group, role=role)
    InvitationFactory(seat=seat)
    getattr(Traces(seat), kind)()
    before = set(Seat.objects.values_list("pk"))

    with refused(kind.partition("__")[0]):
        groups.unseat(seat=seat, by=administrator)

    assert set(Seat.objects.values_list("pk")) == before
    assert Invitation.objects.get(seat=seat).state == State.LISTED
    shown = marked(Seat.objects.filter(pk=seat.pk)).get()
    assert not shown.can_go


def test_the_refusal_names_the_meeting_or_the_team(group, administrator):
    nora = PersonFactory(initiative=group.initiative, name="Nora Late")
    seat = SeatFactory(group=group, person=nora)
    traces = Traces(seat)
    traces.seat_gave_word__of_coming()
    with pytest.raises(Problem, match="Nora Late gave word on coming to Meeting 2"):
        groups.unseat(seat=seat, by=administrator)
    traces.seat_on_a_team__as_member()
    with pytest.raises(Problem, match="Nora Late is on the team “Roads”"):
        groups.unseat(seat=seat, by=administrator)
    Team.objects.update(name="Bridges", split_from=Team.objects.first())
    with pytest.raises(Problem, match="Nora Late is on the team “Bridges”"):
        groups.unseat(seat=seat, by=administrator)


def test_what_is_recorded_of_others_and_in_other_groups_is_in_nobodys_way(group, administrator):
    seat, others = InvitationFactory(seat__group=group).seat, SeatFactory(group=group)
    elsewhere = SeatFactory(person=seat.person)
    for taken in (others, elsewhere):
        traces = Traces(taken)
        traces.seat_took_part__with_a_card()
        traces.seat_on_a_team__as_champion()
    BallotFactory(meeting__group=ClusterGroupFactory(), person=seat.person)
    assert marked(Seat.objects.filter(pk=seat.pk)).get().can_go

    groups.unseat(seat=seat, by=administrator)

    assert not Seat.objects.filter(pk=seat.pk).exists()


def test_a_walk_in_who_joined_a_team_is_not_undone(group):
    meeting, by = MeetingFactory(group=group, state="teams"), member(group.initiative)
    nora = meetings.walk_in(meeting=meeting, name="Nora Late", by=by).person
    TeamFactory(priority__meeting=meeting, champion=nora)

    with refused("seat_on_a_team"):
        undoing.undo(deed=Deed.objects.get(), by=by)

    assert Seat.objects.get(person=nora).group == group
    assert Attendance.objects.get().person == nora


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["checked in", "excused", "on a team"])
def test_who_is_recorded_while_being_taken_off_is_either_recorded_or_off(way):
    group = ClusterGroupFactory()
    office, room = member(group.initiative), member(group.initiative, Membership.Role.RECORDER)
    over = MeetingFactory(group=group, state="closed")
    meeting = MeetingFactory(group=group, number=2, state="check_in")
    team = TeamFactory(priority__meeting=over)
    for _round in range(6):
        seat = InvitationFactory(seat__group=group).seat
        values = {"person": seat.person, "by": room}
        record = {
            "checked in": lambda values=values: meetings.check_in(
                meeting=meeting, source="desk", **values
            ),
            "excused": lambda values=values: excuses.excuse(meeting=meeting, **values),
            "on a team": lambda values=values: teams.add_member(team=team, **values),
        }[way]

        told = problems(race(record, lambda seat=seat: groups.unseat(seat=seat, by=office)))

        is_seated = Seat.objects.filter(pk=seat.pk).exists()
        found = [
            meeting.attendances.filter(person=seat.person).exists(),
            meeting.excuses.filter(person=seat.person).exists(),
            team.members.filter(person=seat.person).exists(),
        ]
        assert any(found) == is_seated
        code = {"checked in": "seat_checked_in", "excused": "seat_gave_word"}
        assert told == [code.get(way, "seat_on_a_team") if is_seated else "no_seat"]


@pytest.mark.django_db(transaction=True)
def test_a_dot_lands_from_somebody_with_a_seat_or_not_at_all():
    meeting = MeetingFactory(state="voting")
    office, room = member(meeting.initiative), member(meeting.initiative, "recorder")
    requirement = RequirementFactory(meeting=meeting)
    for _round in range(6):
        person = present(meeting)
        seat = Seat.objects.get(person=person)
        Invitation.objects.create(seat=seat)
        here = {"meeting": meeting, "person": person}

        def cast(here=here):
            by_phone = {"source": "phone", "by": here["person"]}
            return votes.cast(requirement=requirement, **by_phone, **here)

        def take_off(here=here, seat=seat):
            meetings.undo_check_in(by=room, **here)
            groups.unseat(seat=seat, by=office)

        problems(race(cast, take_off, lambda seat=seat: groups.unseat(seat=seat, by=office)))

        has_dot = Dot.objects.filter(ballot__person=person).exists()
        is_seated = Seat.objects.filter(pk=seat.pk).exists()
        assert has_dot == is_seated == meeting.attendances.filter(person=person).exists()


def test_a_leader_has_one_seat(group, administrator):
    person = PersonFactory(initiative=group.initiative)
    groups.seat_leader(person=person, sector="business", is_co_chair=True, by=administrator)

    with refused("leader_seated"):
        groups.seat_leader(person=person, sector="community", by=administrator)

    assert LeadershipSeat.objects.get().is_co_chair is True


def test_a_cluster_is_chosen_once_with_a_reason_that_its_history_keeps():
    cluster = ClusterFactory()
    manager = member(cluster.initiative)

    group = groups.choose_cluster(cluster=cluster, reason="Large and ripe.", by=manager)

    with refused("cluster_chosen"):
        groups.choose_cluster(cluster=cluster, reason="Again.", by=manager)

    row = history_of(group).get()
    assert (row.by_name, row.note) == (manager.name, "Large and ripe.")


def test_a_cluster_is_not_chosen_without_a_reason():
    cluster = ClusterFactory()

    with refused("reason_missing"):
        groups.choose_cluster(cluster=cluster, reason="  ", by=member(cluster.initiative))

    assert not ClusterGroup.objects.exists()


@pytest.mark.parametrize(
    ("role", "may_seat", "may_choose"),
    [
        (Membership.Role.MANAGER, True, True),
        (Membership.Role.ADMINISTRATOR, True, False),
        (Membership.Role.LEAD_FACILITATOR, False, False),
        (Membership.Role.RECORDER, False, False),
    ],
)
def test_who_may_change_groups(role, may_seat, may_choose, group):
    actor, cluster = member(group.initiative, role), ClusterFactory(initiative=group.initiative)
    person = PersonFactory(initiative=group.initiative)

    assert allowed(groups.seat, group=group, person=person, by=actor) is may_seat
    assert allowed(groups.seat_leader, person=person, sector="business", by=actor) is may_seat
    assert allowed(groups.choose_cluster, cluster=cluster, reason="Ripe.", by=actor) is may_choose


def test_a_member_of_another_initiative_changes_nothing(group):
    person = PersonFactory(initiative=group.initiative)
    stranger = member(PersonFactory().initiative)

    assert allowed(groups.seat, group=group, person=person, by=stranger) is False


def allowed(service, **values):
    try:
        service(**values)
    except PermissionDenied:
        return False
    return True
