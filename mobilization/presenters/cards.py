"""What the pages say of cards: who has written one, and what stands on those that are read."""

from dataclasses import dataclass, replace

from mobilization.models import CardLine
from mobilization.models.cards import Source
from mobilization.presenters.meetings import organisation_of
from mobilization.presenters.requirements import Match, matches
from mobilization.queries import cards as queries
from mobilization.queries import meetings, scans


@dataclass(frozen=True)
class Writer:
    """Somebody in the room; `source` is empty until there is a card."""

    person_id: int
    name: str
    organisation: str
    source: str
    by_paper: bool
    scans: int


@dataclass(frozen=True)
class Line:
    """A line of a card and the requirement it stands behind, empty until it is filed.

    `matches` are what the list has that says nearly the same.
    """

    name: str
    label: str
    text: str
    filed_as: str
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True)
class Turn:
    """A card that is read: the vision and its lines."""

    card_id: int
    name: str
    organisation: str
    vision: str
    lines: list[Line]

    @property
    def waiting(self):
        """The names of the lines that are not on the list yet."""
        return [line.name for line in self.lines if not line.filed_as]


def writing(meeting):
    """Who has written a card and who has not; never what is on it."""
    sources = dict(meeting.cards.values_list("person", "source"))
    scanned = scans.counts(meeting)
    writers = [
        Writer(
            person_id=person.pk,
            name=person.name,
            organisation=organisation_of(person),
            source=str(Source(sources[person.pk]).label) if person.pk in sources else "",
            by_paper=sources.get(person.pk) != Source.PHONE,
            scans=scanned.get(person.pk, 0),
        )
        for person in meetings.present(meeting)
    ]
    return {"writers": writers, "written": sum(bool(writer.source) for writer in writers)}


def turns(meeting):
    """[Turn] by name."""
    return [turn(card) for card in queries.cards(meeting)]


def turn(card):
    filed = {line.line: line.requirement.text for line in card.lines.all()}
    lines = [
        Line(line.value, str(line.label), getattr(card, line), filed.get(line.value, ""))
        for line in CardLine.Line
        if getattr(card, line)
    ]
    person = card.person
    return Turn(card.pk, person.name, organisation_of(person), card.vision, lines)


def matched(turn, categories):
    """The Turn, or None, with what each line that waits may have been said as already."""
    if turn is None:
        return None
    lines = [
        line if line.filed_as else replace(line, matches=tuple(matches(line.text, categories)))
        for line in turn.lines
    ]
    return replace(turn, lines=lines)
