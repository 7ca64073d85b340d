"""What the database refuses of groups and seats."""

import pytest
from django.db import IntegrityError, transaction

from mobilization.models import ClusterGroup, LeadershipSeat, Seat
from tests.factories.process import ClusterGroupFactory, LeadershipSeatFactory, SeatFactory

pytestmark = pytest.mark.django_db


def refuses(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_a_person_sits_in_the_leadership_group_once():
    seat = LeadershipSeatFactory()

    refuses(lambda: LeadershipSeatFactory(person=seat.person))

    assert LeadershipSeat.objects.count() == 1


def test_a_sector_is_one_of_the_four():
    refuses(lambda: LeadershipSeatFactory(sector="elsewhere"))


def test_a_cluster_is_chosen_once():
    group = ClusterGroupFactory()

    refuses(lambda: ClusterGroupFactory(cluster=group.cluster))


def test_a_cluster_is_chosen_with_a_reason():
    refuses(lambda: ClusterGroupFactory(reason=""))

    assert not ClusterGroup.objects.exists()


def test_a_person_has_one_seat_in_a_group():
    seat = SeatFactory()

    refuses(lambda: SeatFactory(group=seat.group, person=seat.person, role=Seat.Role.CO_CHAIR))


def test_a_seat_is_a_co_chairs_or_an_invitees():
    refuses(lambda: SeatFactory(role="guest"))
