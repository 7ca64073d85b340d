"""Reading teams."""

from django.db.models import Prefetch

from mobilization.models import Team, TeamMember


def teams(meeting):
    """The teams in the order of their priority areas, with the people in them."""
    members = Prefetch(
        "members",
        TeamMember.objects.select_related("person__organisation").order_by("person__name"),
    )
    return (
        Team.objects.filter(priority__meeting=meeting)
        .select_related("priority__meeting__group__cluster__initiative", "champion", "convener")
        .prefetch_related(members)
        .order_by("priority")
    )


def of_person(person):
    """The teams that the person is a member of."""
    teams = Team.objects.filter(members__person=person)
    return teams.select_related("priority__meeting__group")
