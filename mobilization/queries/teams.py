"""Reading teams."""

from django.db.models import Prefetch

from mobilization.models import ClusterGroup, Team, TeamMember, Volunteer
from mobilization.models.plans import CLOSED_STATES

PLACE = ("priority__meeting__group__cluster__initiative", "champion", "convener")


def formed_in(meeting):
    """The teams as Meeting 1 formed them, one for an area; none that was split off later."""
    return teams(meeting).filter(split_from=None)


def teams(meeting):
    """The teams in the order of their priority areas, with the people in them."""
    teams = Team.objects.filter(priority__meeting=meeting)
    return with_people(teams).order_by("priority", "pk")


def in_initiative(initiative):
    """All teams of an initiative, each with its place, its leaders and its plan."""
    teams = Team.objects.filter(priority__meeting__group__cluster__initiative=initiative)
    return teams.select_related(*PLACE, "plan")


def of_initiative(initiative):
    """The same with the people in them."""
    return with_people(in_initiative(initiative))


def with_people(teams):
    members = Prefetch(
        "members",
        TeamMember.objects.select_related("person__organisation").order_by("person__name"),
    )
    return teams.select_related(*PLACE).prefetch_related(members)


def going_on(teams):
    """Those of `teams` that nobody has merged or disbanded, with their plan or by themselves."""
    return teams.filter(state=Team.State.WORKING).exclude(plan__state__in=CLOSED_STATES)


def merge_targets(team):
    """The teams of the same group that this one can be merged into."""
    others = Team.objects.filter(priority__meeting__group=team.group).exclude(pk=team.pk)
    return going_on(others).select_related("priority")


def volunteers(meeting):
    """Who came forward for the meeting's areas, in that order."""
    came = Volunteer.objects.filter(priority__meeting=meeting)
    return came.select_related("person").order_by("pk")


def memberships(person, meeting):
    """The person's places in teams of the meeting."""
    members = TeamMember.objects.filter(person=person, team__priority__meeting=meeting)
    return members.select_related("team__priority")


def of_person(person):
    """The teams that go on with the person, in the groups where the person has a seat."""
    seated = ClusterGroup.objects.filter(seats__person=person)
    teams = Team.objects.filter(members__person=person, priority__meeting__group__in=seated)
    return going_on(teams).select_related("priority__meeting__group")
