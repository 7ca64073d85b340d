"""What the pages say of teams."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mobilization.presenters.personal import Entry
from mobilization.presenters.priorities import AreaRow, areas
from mobilization.presenters.votes import ranking
from mobilization.queries import teams as queries


@dataclass(frozen=True)
class TeamRow:
    """A priority area and its team; without a champion there is none."""

    area: AreaRow
    team_id: int | None = None
    champion: str = ""
    convener: str = ""
    next_date: str = ""
    members: tuple[str, ...] = ()


def team_rows(meeting):
    """[TeamRow] in the order of the areas, those without a team too."""
    formed = {team.priority_id: team for team in queries.teams(meeting)}
    return [
        row_of(area, formed[area.pk]) if area.pk in formed else TeamRow(area)
        for area in areas(meeting)
    ]


def results(meeting):
    """What Meeting 1 came to: the ranking, the priority areas and their teams."""
    return {"ranking": ranking(meeting, {}), "teams": team_rows(meeting)}


def row_of(area, team):
    return TeamRow(
        area=area,
        team_id=team.pk,
        champion=team.champion.name,
        convener=team.convener.name,
        next_date=in_words(team.next_date),
        members=tuple(member.person.name for member in team.members.all()),
    )


def in_words(moment):
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT") if moment else ""


def entries(link):
    """The teams that the person is in."""
    return [
        Entry(
            _("Your team: %(team)s") % {"team": team},
            _("Next meeting: %(when)s") % {"when": in_words(team.next_date)}
            if team.next_date
            else _("The next meeting has no date yet."),
            _("See the team"),
            reverse("room", args=[link.token, team.priority.meeting_id]),
        )
        for team in queries.of_person(link.person)
    ]
