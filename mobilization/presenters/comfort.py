"""What the screens say of the group's comfort: the question, then totals, never whose."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from mobilization.models import Comfort
from mobilization.queries import comfort as queries

WORDS = {
    Comfort.Method.CONSENT: {
        2: _("I consent"),
        1: _("I consent, with a concern"),
        0: _("I object"),
    },
    Comfort.Method.FIST: {
        5: _("Five fingers: I am all for it"),
        4: _("Four: it is good"),
        3: _("Three: I can live with it"),
        2: _("Two: I would change something"),
        1: _("One: I have serious doubts"),
        0: _("Fist: I object"),
    },
}
# Up to here the facilitators ask what would have to change.
DOUBTS = {Comfort.Method.CONSENT: 0, Comfort.Method.FIST: 2}


@dataclass(frozen=True)
class Level:
    """One answer that can be given, and how often it was."""

    level: int
    words: str
    phones: int
    hands: int
    is_own: bool

    @property
    def total(self):
        return self.phones + self.hands


@dataclass(frozen=True)
class Question:
    """The question that was asked last."""

    method: str
    is_open: bool
    levels: list[Level]
    doubts: int

    @property
    def phones(self):
        return sum(level.phones for level in self.levels)

    @property
    def hands(self):
        return sum(level.hands for level in self.levels)

    @property
    def total(self):
        return self.phones + self.hands


def question(meeting, person=None):
    """The Question, with the person's own answer marked, or None."""
    comfort = queries.latest(meeting)
    if comfort is None:
        return None
    phones, hands = queries.by_phone(comfort), queries.by_hand(comfort)
    own = queries.own_level(comfort, person) if person else None
    words = WORDS[comfort.method]
    levels = [
        Level(level, str(words[level]), phones.get(level, 0), hands.get(level, 0), level == own)
        for level in comfort.levels
    ]
    doubts = sum(level.total for level in levels if level.level <= DOUBTS[comfort.method])
    method = str(Comfort.Method(comfort.method).label)
    return Question(method, comfort.closed_at is None, levels, doubts)
