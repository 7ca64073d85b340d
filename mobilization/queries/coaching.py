"""Reading the coaching of teams."""

from accounts.models import User
from accounts.permissions import FACILITATORS
from mobilization.models import TeamFacilitator


def facilitator_of(team):
    """The user who goes along with the team, or None."""
    found = TeamFacilitator.objects.filter(team=team).select_related("user").first()
    return found and found.user


def facilitators(initiative):
    """Those of the support team who can go along with a team."""
    return User.objects.filter(
        memberships__initiative=initiative, memberships__role__in=FACILITATORS
    ).order_by("name")
