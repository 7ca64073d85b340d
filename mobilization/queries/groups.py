"""Leadership Group, support team, chosen clusters and their seats."""

from django.db.models import Count, Exists, OuterRef, Q

from accounts.models import Membership
from clusters.models import Cluster
from mobilization.models import ClusterGroup, Invitation, LeadershipSeat, Meeting, Plan, Seat

CO_CHAIRS = Q(seats__role=Seat.Role.CO_CHAIR)
INVITEES = Q(seats__role=Seat.Role.INVITEE)
COMING = Q(seats__invitation__state=Invitation.State.ACCEPTED)

# The third meeting is over, no other goes on, and no plan waits for a decision of a meeting.
IS_DONE = (
    Q(Exists(Meeting.objects.filter(group=OuterRef("pk"), number=3, state=Meeting.State.CLOSED)))
    & ~Q(Exists(Meeting.objects.filter(group=OuterRef("pk")).exclude(state=Meeting.State.CLOSED)))
    & ~Q(
        Exists(
            Plan.objects.filter(
                team__priority__meeting__group=OuterRef("pk"),
                state__in=[Plan.State.CONCEPTUAL, Plan.State.ACTION],
            )
        )
    )
)


def is_done(group):
    """True if the group can be closed."""
    return ClusterGroup.objects.filter(IS_DONE, pk=group.pk).exists()


def leaders(initiative):
    """The seats of the Leadership Group, co-chairs first."""
    seats = LeadershipSeat.objects.filter(person__initiative=initiative)
    return seats.select_related("person__organisation", "person__initiative")


def team(initiative):
    """The memberships of the support team."""
    return Membership.objects.filter(initiative=initiative).select_related("user", "initiative")


def of(initiative):
    """The initiative's cluster groups with `co_chairs`, `invitees` and `coming` counted."""
    return counted(ClusterGroup.objects.filter(cluster__initiative=initiative))


def co_chaired_by(person):
    """The cluster groups whose co-chair the person is, counted likewise."""
    mine = Seat.objects.filter(person=person, role=Seat.Role.CO_CHAIR)
    return counted(ClusterGroup.objects.filter(pk__in=mine.values("group")))


def counted(groups):
    return groups.select_related("cluster__initiative").annotate(
        co_chairs=Count("seats", filter=CO_CHAIRS),
        invitees=Count("seats", filter=INVITEES),
        coming=Count("seats", filter=COMING),
    )


def free_clusters(initiative):
    """The clusters that have not been chosen."""
    return Cluster.objects.filter(initiative=initiative, group=None)


def seats(group):
    """The seats of a group with person, organisation and invitation; co-chairs first."""
    return Seat.objects.filter(group=group).select_related(
        "person__organisation", "invitation", "group__cluster__initiative"
    )


def coverage(group, seats):
    """[(industry of the cluster, [those of `seats` whose organisation is in it])], by code."""
    return [
        (industry, [seat for seat in seats if code_of(seat) == industry.naics])
        for industry in group.cluster.industries.all()
    ]


def code_of(seat):
    organisation = seat.person.organisation
    return organisation.industry if organisation else ""
