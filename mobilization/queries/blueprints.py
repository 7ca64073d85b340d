"""What a blueprint is made of: approved versions, the statement, and who carried the work."""

from collections import defaultdict

from accounts.models import Membership
from clusters import queries as figures
from mobilization.models import (
    Blueprint,
    ClusterGroup,
    Decision,
    LeadershipSeat,
    Plan,
    PlanVersion,
    Seat,
)


def facts(groups):
    """{group pk: JSON-able facts} of groups that come with cluster and initiative.

    Plans stand as the Leadership Group approved them: the text of the approved version, which
    is the plan's own only as long as nobody has edited it.
    """
    keys = [group.pk for group in groups]
    initiatives = {group.initiative.pk for group in groups}
    footings = figures.footings({group.initiative for group in groups})
    plans, statements, chairs = approved_plans(keys), statements_of(keys), co_chairs_of(keys)
    leaders, supporters = leaders_of(initiatives), supporters_of(initiatives)
    return {
        group.pk: {
            "cluster": group.cluster.name,
            "initiative": group.initiative.name,
            "reason": group.reason,
            "plans": plans[group.pk],
            "statement": statements.get(group.pk),
            "co_chairs": chairs[group.pk],
            "leaders": leaders[group.initiative.pk],
            "supporters": supporters[group.initiative.pk],
            "footing": footings[group.initiative.pk],
        }
        for group in groups
    }


def approved_plans(groups):
    found = defaultdict(list)
    for version in approved_versions(groups):
        decision = version.decision
        found[version.plan.team.priority.meeting.group_id].append(
            {
                "content": version.content,
                "number": version.number,
                "priority": version.plan.team.priority.name,
                "champion": version.plan.team.champion.name,
                "approved_at": decision.decided_at,
                "present": len(decision.members_present.all()),
            }
        )
    return found


def approved_versions(groups):
    """The versions that an approval stands on now, with plan, team and decision."""
    return (
        PlanVersion.objects.filter(
            plan__team__priority__meeting__group__in=groups,
            plan__state=Plan.State.APPROVED,
            decision__kind=Decision.Kind.APPROVED,
            decision__voided_at=None,
        )
        .select_related("plan__team__priority__meeting", "plan__team__champion", "decision")
        .prefetch_related("decision__members_present")
        .order_by("plan", "number")
    )


def has_approved_plan(group):
    return approved_versions([group.pk]).exists()


def waiting_for_statement(initiative):
    """The groups with an approved plan and no statement yet."""
    groups = ClusterGroup.objects.filter(cluster__initiative=initiative, blueprint=None)
    return (
        groups.filter(meetings__priorities__teams__plan__state=Plan.State.APPROVED)
        .select_related("cluster")
        .distinct()
    )


def statements_of(groups):
    rows = Blueprint.objects.filter(group__in=groups).select_related("signed_by__organisation")
    return {row.group_id: signed(row) for row in rows}


def signed(blueprint):
    return {
        "text": blueprint.statement,
        "by": blueprint.signed_by.name,
        "organisation": organisation_of(blueprint.signed_by),
        "at": blueprint.signed_at,
    }


def organisation_of(person):
    return person.organisation.name if person.organisation else ""


def co_chairs_of(groups):
    found = defaultdict(list)
    seats = Seat.objects.filter(group__in=groups, role=Seat.Role.CO_CHAIR)
    for seat in seats.select_related("person__organisation").order_by("person__name"):
        found[seat.group_id].append(
            {"name": seat.person.name, "organisation": organisation_of(seat.person)}
        )
    return found


def leaders_of(initiatives):
    found = defaultdict(list)
    seats = LeadershipSeat.objects.filter(person__initiative__in=initiatives)
    for seat in seats.select_related("person__organisation"):
        found[seat.person.initiative_id].append(
            {
                "name": seat.person.name,
                "organisation": organisation_of(seat.person),
                "sector": str(seat.get_sector_display()),
                "is_co_chair": seat.is_co_chair,
            }
        )
    return found


def supporters_of(initiatives):
    found = defaultdict(list)
    rows = Membership.objects.filter(initiative__in=initiatives).select_related("user")
    for row in rows:
        found[row.initiative_id].append({"name": row.user.name, "role": row.get_role_display()})
    return found
