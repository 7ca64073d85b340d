"""Who presents, in words: for the facilitators, and on the presenter's personal home."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from core import guide
from core.times import appointment
from mobilization.models import Presentation, Team
from mobilization.presenters.personal import Entry
from mobilization.queries import presentations as queries


@dataclass(frozen=True)
class Turn:
    """A team with the one who presents, if somebody is named."""

    team: Team
    plan: object
    presentation: Presentation | None

    @property
    def standing(self):
        """Where the team's plan stands, in a word or two."""
        return str(self.plan.get_state_display())

    @property
    def is_confirmed(self):
        return bool(self.presentation and self.presentation.confirmed_at)


def turns(meeting):
    """What the meeting's screens show of the teams that are heard."""
    return {
        "turns": [
            Turn(team, getattr(team, "plan", None), next(iter(team.turns), None))
            for team in queries.teams(meeting)
        ]
    }


def page(meeting):
    found = turns(meeting)["turns"]
    confirmed = sum(turn.is_confirmed for turn in found)
    return {
        "meeting": meeting,
        "turns": found,
        "advice": guide.presenters_confirmed(confirmed, len(found)),
    }


def entries(link):
    """The person's turns, to confirm or to prepare."""
    return [entry(link, turn) for turn in queries.of_person(link.person)]


def entry(link, turn):
    waits = turn.confirmed_at is None
    return Entry(
        title=_("You present your team's plan: %(team)s") % {"team": turn.team},
        sentence=_("Meeting %(number)d, %(when)s. Ten to fifteen minutes.")
        % {"number": turn.meeting.number, "when": appointment(turn.meeting.starts_at)},
        action=_("Confirm that you present") if waits else _("See your turn"),
        url=reverse("personal_turn", args=[link.token, turn.pk]),
        urgent=waits,
    )
