"""Teams that have no plan: those at work, and those that ended without one."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mobilization.models import Team
from mobilization.models.teams import PROCESS
from mobilization.queries import plans as queries
from mobilization.queries import teams as team_queries

MEANINGS = {
    "merge": gettext_lazy("The team ends, and its people join the other team."),
    "disband": gettext_lazy("The team ends without a plan. The reason stays readable."),
}


@dataclass(frozen=True)
class Ended:
    """A team that ended without a plan, and how."""

    team: Team
    sentence: str


def planless(group, actor):
    """What the list of a group's teams without a plan places."""
    found = list(queries.planless_of_group(group))
    working = [team for team in found if team.state == Team.State.WORKING]
    return {
        "teams": working,
        "ended_teams": [Ended(team, ended(team)) for team in found if team not in working],
        "team_moves": moves(working[0], actor) if working else [],
    }


def moves(team, actor):
    """The moves of such a team while a meeting is at its plans; what is alone is not merged."""
    if not queries.meetings_at_plans(team.group):
        return []
    alone = not team_queries.merge_targets(team).exists()
    return [step for step in PROCESS.open_to(team, actor) if not (alone and step.name == "merge")]


def ended(team):
    if team.merged_into:
        return _("Merged into “%(team)s”.") % {"team": team.merged_into}
    return _("The cluster group has disbanded it.")
