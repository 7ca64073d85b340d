"""Cards: a vision and up to three requirements, private until they are read."""

from django.db import transaction

from core.access import ensure
from core.problems import Problem
from mobilization.models import Card, Meeting
from mobilization.models.cards import Source
from mobilization.queries import cards as queries
from mobilization.services import deeds
from mobilization.services.meetings import keep_open_to

# Paper comes to the recorder later than the phones fall silent.
OPEN_TO = {
    Source.PHONE: [Meeting.State.CARDS],
    Source.PAPER: [Meeting.State.CARDS, Meeting.State.REQUIREMENTS],
}


@transaction.atomic
def write(
    *,
    meeting,
    person,
    vision,
    first,
    second="",
    third="",
    source,
    by,
    by_pass=False,
    known=queries.NO_CARD,
):
    """Write or change a person's card. `source` is phone or paper; paper never replaces a phone.

    `by_pass` is True for a phone that was let in by the code; `known` is the mark (queries.cards)
    of the card that the recorder saw when typing from paper.

    Raises Problem `part_not_open`, `not_checked_in`, `card_from_phone`, or `paper_card_changed`
    where another recorder was at it since, unless that one wrote the same.
    """
    ensure(by, "mobilization.write_card", Card(meeting=meeting, person=person))
    words = {"vision": vision, "first": first, "second": second, "third": third, "source": source}
    # First of all: whoever types from paper then has this card alone.
    keep_open_to(meeting, person, *OPEN_TO[source], by=by, by_pass=by_pass)
    with deeds.recorded(
        meeting=meeting,
        kind="card_typed",
        by=by,
        rows=[meeting.cards.filter(person=person)],
        name=person.name,
    ):
        card, made = Card.objects.get_or_create(meeting=meeting, person=person, defaults=words)
        if not made:
            change(card, words, known)
    return card


def change(card, words, known):
    """Put new words on a card. Raises Problem `card_from_phone` or `paper_card_changed`."""
    if words["source"] == Source.PAPER:
        if card.source != Source.PAPER:
            raise Problem("card_from_phone", name=card.person.name)
        stands = queries.words(card)
        if stands != {name: words[name] for name in stands} and queries.mark(card) != known:
            raise Problem("paper_card_changed", name=card.person.name)
    Card.objects.filter(pk=card.pk).update(**words)
    card.refresh_from_db()
