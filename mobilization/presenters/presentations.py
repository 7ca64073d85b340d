"""Who presents, in words: for the facilitators, and on the presenter's personal home."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from core import guide
from core.times import appointment
from mobilization.models import Presentation, Team
from mobilization.models.presentations import ON
from mobilization.presenters.personal import Entry
from mobilization.queries import presentations as queries

State = Presentation.State


@dataclass(frozen=True)
class Turn:
    """A team with its plan and, once something was said of it, its turn."""

    team: Team
    plan: object
    presentation: Presentation | None

    @property
    def title(self):
        return str(self.plan or self.team)

    @property
    def about(self):
        """Whose plan it is and where it stands, in a few words; empty without a plan."""
        if self.plan is None:
            return ""
        named = [str(self.team)] if str(self.team) != self.title else []
        return " · ".join([*named, str(self.plan.get_state_display())])

    @property
    def presenter(self):
        """The person who is named, or None."""
        return self.presentation and self.presentation.person

    @property
    def is_confirmed(self):
        return bool(self.presentation and self.presentation.confirmed_at)

    @property
    def state(self):
        return self.presentation.state if self.presentation else State.WAITING

    @property
    def state_label(self):
        return str(State(self.state).label)

    @property
    def is_on(self):
        return self.state in ON

    @property
    def others(self):
        """The members beside the presenter, by name."""
        people = (member.person for member in self.team.members.all())
        return [person for person in people if person != self.presenter]

    def includes(self, person):
        return any(member.person_id == person.pk for member in self.team.members.all())


def turns_of(meeting):
    """[Turn] in the order in which the teams present."""
    return [
        Turn(team, getattr(team, "plan", None), next(iter(team.turns), None))
        for team in queries.in_order(meeting)
    ]


def page(meeting):
    found = turns_of(meeting)
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
