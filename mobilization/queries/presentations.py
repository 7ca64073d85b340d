"""Reading who presents."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from mobilization.models import Copies, Meeting, Plan, Presentation, Team, TeamMember
from mobilization.queries.teams import going_on


def teams_of(meeting):
    """All teams of the meeting's group, those that are heard no more too."""
    teams = Team.objects.filter(priority__meeting__group=meeting.group_id)
    return teams.select_related("priority__meeting__group__cluster__initiative")


def teams(meeting):
    """The teams that are heard, each with its plan, its members and its `turns` (one or none)."""
    turns = Presentation.objects.filter(meeting=meeting).select_related("person")
    members = TeamMember.objects.select_related("person").order_by("person__name")
    return (
        going_on(Team.objects.filter(priority__meeting__group=meeting.group_id))
        .select_related("priority__meeting__group__cluster__initiative", "plan", "champion")
        .prefetch_related(
            Prefetch("presentations", turns, to_attr="turns"), Prefetch("members", members)
        )
        .order_by("priority", "pk")
    )


def in_order(meeting):
    """The same in the order in which they present, as a list; those without a place come last."""
    return sorted(teams(meeting), key=place)


def place(team):
    position = next((turn.position for turn in team.turns), None)
    return (position is None, position or 0)


def plan_lines(plan):
    """What is read of a plan while it is presented: {outcomes, steps, commitments}.

    A conceptual plan has no commitments yet.
    """
    is_conceptual = plan.state == Plan.State.CONCEPTUAL
    return {
        "outcomes": plan.outcomes.all(),
        "steps": plan.steps.all(),
        "commitments": [] if is_conceptual else plan.commitments.select_related("person"),
    }


def copies_for(meeting):
    """{plan id: Copies} of what was said to be ready for the meeting."""
    return {row.plan_id: row for row in Copies.objects.filter(meeting=meeting)}


def plan_in(meeting, plan_id):
    """The plan of a team that is heard, or 404."""
    return get_object_or_404(
        Plan.objects.filter(team__in=teams(meeting).values("pk")).select_related("team"), pk=plan_id
    )


def of(meeting):
    return Presentation.objects.filter(meeting=meeting).select_related("team", "meeting", "person")


def of_person(person):
    """The turns that the person takes in meetings that are not over, for teams that go on."""
    turns = Presentation.objects.filter(person=person, team__in=going_on(Team.objects.all()))
    return turns.exclude(meeting__state=Meeting.State.CLOSED).select_related(
        "team__priority", "team__plan", "meeting__group__cluster__initiative", "person"
    )
