"""Which commitments of a plan are clear: somebody who is with it does something by a day."""

from django.db.models import Exists, OuterRef, Q

from mobilization.models import (
    Attendance,
    Commitment,
    Invitation,
    LeadershipSeat,
    Seat,
    TeamMember,
)

GROUP = OuterRef("plan__team__priority__meeting__group")


def judged(commitments):
    """Commitments with `is_with_us`: whether the person is on the team, came to the group or said
    yes to it, leads it, or sits in the Leadership Group.
    """
    person = {"person": OuterRef("person")}
    seats = Seat.objects.filter(group=GROUP, **person)
    said_yes = Q(invitation__state=Invitation.State.ACCEPTED) | Q(role=Seat.Role.CO_CHAIR)
    return commitments.annotate(
        is_with_us=Exists(TeamMember.objects.filter(team=OuterRef("plan__team"), **person))
        | Exists(Attendance.objects.filter(meeting__group=GROUP, **person))
        | Exists(seats.filter(said_yes))
        | Exists(LeadershipSeat.objects.filter(**person))
    )


def unclear(commitments):
    """Those without a day, or of somebody who is not with us."""
    return judged(commitments).filter(Q(due=None) | Q(is_with_us=False))


def unclear_of(plan):
    return unclear(Commitment.objects.filter(plan=plan)).select_related("person").order_by("pk")
