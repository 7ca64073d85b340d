"""Who presents, in words: for the facilitators, and on the presenter's personal home."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from core import guide
from core.times import appointment
from mobilization.models import Copies, Presentation, Team
from mobilization.models.plans import MEETINGS_OF_STATE
from mobilization.models.presentations import ON
from mobilization.presenters.kits import spare
from mobilization.presenters.personal import Entry
from mobilization.queries import kits
from mobilization.queries import presentations as queries

State = Presentation.State


@dataclass(frozen=True)
class Turn:
    """A team with its plan and, once something was said of it, its turn."""

    team: Team
    plan: object
    presentation: Presentation | None
    copies: Copies | None = None

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
    def has_copies(self):
        """True while the copies that were made are those of the plan as it stands."""
        return bool(self.copies and self.copies.version == self.plan.version)

    @property
    def state(self):
        return self.presentation.state if self.presentation else State.WAITING

    @property
    def state_label(self):
        return str(State(self.state).label)

    @property
    def is_on(self):
        return self.state in ON

    def is_undecided_in(self, number):
        """True if Meeting `number` is to decide on the plan; Meeting 3 also on what 2 has left."""
        return self.plan is not None and number in MEETINGS_OF_STATE.get(self.plan.state, ())

    @property
    def others(self):
        """The members beside the presenter, by name."""
        people = (member.person for member in self.team.members.all())
        return [person for person in people if person != self.presenter]

    def includes(self, person):
        return any(member.person_id == person.pk for member in self.team.members.all())


def turns_of(meeting, copies=None):
    """[Turn] in the order in which the teams present."""
    copies = copies or {}
    return [
        turn_of(team, getattr(team, "plan", None), copies) for team in queries.in_order(meeting)
    ]


def turn_of(team, plan, copies):
    return Turn(team, plan, next(iter(team.turns), None), plan and copies.get(plan.pk))


def preparation(meeting):
    """What has to stand before Meeting 2 or 3: presenters, copies, and what is missing still."""
    found = turns_of(meeting, queries.copies_for(meeting))
    confirmed = sum(turn.is_confirmed for turn in found)
    return {
        "turns": found,
        "readiness": [
            guide.presenters_confirmed(confirmed, len(found)),
            guide.copies_ready(sum(turn.has_copies for turn in found), len(found)),
        ],
        "missing": [sentence for turn in found for sentence in missing_in(turn)],
    }


def missing_in(turn):
    """What one team's turn lacks, in sentences."""
    words = {"team": turn.team}
    if turn.presenter is None:
        yield _("%(team)s: nobody is named to present.") % words
    elif not turn.is_confirmed:
        words["name"] = turn.presenter.name
        yield _("%(team)s: %(name)s has not confirmed yet.") % words
    if turn.plan is None:
        yield _("%(team)s: there is no plan yet, so there is nothing to copy.") % words
    elif turn.copies is None:
        yield _("%(team)s: the copies of the plan are not ready.") % words
    elif not turn.has_copies:
        words |= {"old": turn.copies.version, "new": turn.plan.version}
        yield (
            _("%(team)s: the copies are of version %(old)d, and the plan has version %(new)d now.")
            % words
        )


def page(meeting):
    people = kits.coming(meeting).count()
    return {
        "meeting": meeting,
        "copies_each": people + spare(people),
        **preparation(meeting),
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
