"""What the pages say of teams."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.workflow import history_of
from mobilization.presenters.personal import Entry
from mobilization.presenters.priorities import AreaRow, areas
from mobilization.presenters.votes import ranking
from mobilization.queries import teams as queries


@dataclass(frozen=True)
class Coming:
    """Somebody who came forward for an area, and how."""

    person_id: int
    name: str
    could_champion: bool
    way: str


@dataclass(frozen=True)
class TeamRow:
    """A priority area, who came forward, and its team; without a champion there is none.

    `is_current` is the one area that the room is asked for now.
    """

    area: AreaRow
    team_id: int | None = None
    champion: str = ""
    convener: str = ""
    next_date: str = ""
    next_place: str = ""
    members: tuple[str, ...] = ()
    volunteers: tuple[Coming, ...] = ()
    people: frozenset[int] = frozenset()
    leaders: frozenset[int] = frozenset()
    is_current: bool = False


def team_rows(meeting):
    """[TeamRow] in the order of the areas, those without a team too."""
    formed = {team.priority_id: team for team in queries.formed_in(meeting)}
    came = {}
    for row in queries.volunteers(meeting):
        coming = Coming(
            row.person_id, row.person.name, row.could_champion, str(row.get_way_display())
        )
        came.setdefault(row.priority_id, []).append(coming)
    found = areas(meeting)
    waiting = [area.pk for area in found if area.pk not in formed and not area.is_passed]
    return [
        row_of(area, formed[area.pk])
        if area.pk in formed
        else open_row(area, came.get(area.pk, []), is_current=area.pk in waiting[:1])
        for area in found
    ]


def open_row(area, came, is_current):
    people = frozenset(coming.person_id for coming in came)
    return TeamRow(area, volunteers=tuple(came), people=people, is_current=is_current)


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
        next_place=team.next_place,
        members=tuple(named(member) for member in team.members.all()),
        people=frozenset(member.person_id for member in team.members.all()),
        leaders=frozenset((team.champion_id, team.convener_id)),
    )


def named(member):
    """A member's name, and whether the person joined later."""
    if member.joined_at is None:
        return member.person.name
    return _("%(name)s (joined later)") % {"name": member.person.name}


CHANGES = {
    "team_changed": gettext_lazy("Champion, convener or next meeting"),
    "member_added": gettext_lazy("%(person)s joined"),
    "member_removed": gettext_lazy("%(person)s left"),
}


def history(team):
    """[(what changed, by whom, when)] since Meeting 1, the latest first."""
    return [
        (CHANGES[move.name] % {"person": move.note}, move.by_name, in_words(move.at))
        for move in reversed(history_of(team))
        if move.name in CHANGES
    ]


def in_words(moment):
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT") if moment else ""


def entries(link):
    """The teams that the person is in."""
    return [
        Entry(
            _("Your team: %(team)s") % {"team": team},
            _("Next meeting: %(when)s") % {"when": in_words(team.next_date)}
            if team.meets_again
            else _("The next meeting has no date yet."),
            _("See the team"),
            reverse("room", args=[link.token, team.priority.meeting_id]),
        )
        for team in queries.of_person(link.person)
    ]
