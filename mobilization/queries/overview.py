"""What the overview counts: one query for the clusters, whatever their number."""

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from mobilization.models import Invitation, Meeting, Plan, Team, TeamInvitation
from mobilization.models.plans import CLOSED_STATES
from mobilization.queries.team_invitations import outside


def clusters_with_standing(initiative):
    """The initiative's clusters, each with the counts and states that tell where it stands.

    Adds the counts of ANSWERS and PLANS, without_plan (how many teams have none), meeting_1 to
    meeting_3 (a state, or None) and team_to_write (the id of a team whose letters to absent
    invitees wait, or None); the group, letter and blueprint come along where they exist.
    """
    return (
        initiative.clusters.select_related("group__letter", "group__blueprint")
        .annotate(
            **{f"meeting_{number}": meeting_state(number) for number in (1, 2, 3)},
            **{name: invitations(condition) for name, condition in ANSWERS.items()},
            **{name: plans(condition) for name, condition in PLANS.items()},
            without_plan=teams_without_plan(),
            team_to_write=team_with_letters(),
        )
        .order_by("name")
    )


ANSWERS = {
    "unsent": Q(state=Invitation.State.LISTED),
    "unanswered": Q(state=Invitation.State.SENT),
    "coming": Q(state=Invitation.State.ACCEPTED),
}

PLANS = {
    "conceptual": Q(state=Plan.State.CONCEPTUAL),
    "action": Q(state=Plan.State.ACTION),
    "with_leadership": Q(state=Plan.State.WITH_LEADERSHIP),
    "withheld": Q(state=Plan.State.WITHHELD),
    "approved": Q(state=Plan.State.APPROVED),
}


def meeting_state(number):
    """The state of the group's meeting of that number, or None before it is planned."""
    meetings = Meeting.objects.filter(group__cluster=OuterRef("pk"), number=number)
    return Subquery(meetings.values("state")[:1])


def team_with_letters():
    """The first team with a letter to an absent invitee that is not out, while it goes on."""
    waiting = outside(
        TeamInvitation.objects.filter(
            state=TeamInvitation.State.LISTED,
            team__priority__meeting__group__cluster=OuterRef("pk"),
            team__priority__meeting__state=Meeting.State.CLOSED,
        )
        .filter(team__state=Team.State.WORKING)
        .exclude(team__plan__state__in=CLOSED_STATES)
    )
    return Subquery(waiting.order_by("team").values("team")[:1])


def invitations(condition):
    rows = Invitation.objects.filter(condition, seat__group__cluster=OuterRef("pk"))
    return count_of(rows, "seat__group__cluster")


def plans(condition):
    rows = Plan.objects.filter(condition, team__priority__meeting__group__cluster=OuterRef("pk"))
    return count_of(rows, "team__priority__meeting__group__cluster")


def teams_without_plan():
    working = Team.objects.filter(plan=None, state=Team.State.WORKING)
    rows = working.filter(priority__meeting__group__cluster=OuterRef("pk"))
    return count_of(rows, "priority__meeting__group__cluster")


def count_of(rows, key):
    """A correlated count: joins would multiply the rows of one another."""
    counted = rows.order_by().values(key).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), 0)
