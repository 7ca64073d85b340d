import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from core.problems import Problem
from core.workflow import history_of
from mobilization.models import ClusterGroup, Invitation, LeadershipSeat, Seat
from mobilization.services import groups
from tests.factories.accounts import PersonFactory, member
from tests.factories.clusters import ClusterFactory
from tests.factories.process import ClusterGroupFactory, InvitationFactory, SeatFactory
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
