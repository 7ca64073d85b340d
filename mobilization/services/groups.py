"""The Leadership Group, the chosen clusters and the seats of their groups."""

from django.db import transaction
from django.db.models import F

from core.access import ensure
from core.problems import Problem, refused_as
from core.workflow import record_move
from mobilization.models import ClusterGroup, Invitation, LeadershipSeat, Meeting, Seat
from mobilization.queries.seats import first_trace


@transaction.atomic
def seat_leader(*, person, sector, is_co_chair=False, by):
    """Give a person a seat in the Leadership Group. Raises Problem `leader_seated`."""
    ensure(by, "mobilization.change_groups", person)
    with refused_as("leader_seated", name=person.name):
        return LeadershipSeat.objects.create(person=person, sector=sector, is_co_chair=is_co_chair)


@transaction.atomic
def unseat_leader(*, seat, by):
    """Take a person out of the Leadership Group; what it decided with them stays."""
    ensure(by, "mobilization.change_groups", seat)
    seat.delete()


@transaction.atomic
def choose_cluster(*, cluster, reason, by):
    """Choose a cluster to be mobilised, and say why. Raises `cluster_chosen`, `reason_missing`."""
    ensure(by, "mobilization.choose_clusters", cluster)
    if not reason.strip():
        raise Problem("reason_missing", cluster=cluster.name)
    with refused_as("cluster_chosen", cluster=cluster.name):
        group = ClusterGroup.objects.create(cluster=cluster, reason=reason)
    record_move(group, "choose", before="", after="chosen", by=by, note=reason)
    return group


@transaction.atomic
def seat(*, group, person, role=Seat.Role.INVITEE, by):
    """Give a person a seat in a cluster group; an invitee gets an invitation, not sent yet.

    Raises Problem `seated_already`.
    """
    ensure(by, "mobilization.change_groups", group)
    if person.initiative != group.initiative:
        raise Problem("person_of_another_initiative", name=person.name)
    with refused_as("seated_already", name=person.name, group=str(group)):
        taken = Seat.objects.create(group=group, person=person, role=role)
    if role == Seat.Role.INVITEE:
        Invitation.objects.create(seat=taken)
    return taken


@transaction.atomic
def seat_all(*, group, people, role=Seat.Role.INVITEE, by):
    """Seat several people, all or none of them."""
    return [seat(group=group, person=person, role=role, by=by) for person in people]


@transaction.atomic
def unseat(*, seat, by):
    """Take a person off the list of whom nothing is recorded and whose letter is not out.

    A second time changes nothing. Raises Problem `seat_is_invited`, or what stands in the way
    (queries.seats).
    """
    ensure(by, "mobilization.change_groups", seat)
    hold(seat.group.meetings.all())
    require_no_trace(seat)
    taken = Seat.objects.filter(pk=seat.pk)
    if seat.role == Seat.Role.INVITEE and taken.exists():
        unsent = Invitation.objects.filter(seat=seat.pk, state=Invitation.State.LISTED)
        if not unsent.delete()[0]:
            raise Problem("seat_is_invited", name=seat.person.name)
    taken.delete()


def hold(meetings):
    """Hold meetings: whoever records something in one did it before, or finds the seat gone.

    The last meeting comes first, as for those who decide in it on what began in the first.
    """
    for meeting in meetings.order_by("-number"):
        Meeting.objects.filter(pk=meeting.pk).update(entries=F("entries") + 1)


def require_no_trace(seat):
    """Raise the Problem of what is recorded of the person of a seat, while meetings are held."""
    found = first_trace(seat)
    if found:
        trace, about = found
        raise Problem(trace.code, name=seat.person.name, about=about)
