"""Cards: a vision and up to three requirements, private until they are read."""

from django.db import transaction

from core.access import ensure
from core.problems import Problem
from mobilization.models import Card, Meeting
from mobilization.models.cards import Source
from mobilization.services import deeds
from mobilization.services.meetings import keep_open_to

# Paper comes to the recorder later than the phones fall silent.
OPEN_TO = {
    Source.PHONE: [Meeting.State.CARDS],
    Source.PAPER: [Meeting.State.CARDS, Meeting.State.REQUIREMENTS],
}


@transaction.atomic
def write(*, meeting, person, vision, first, second="", third="", source, by, by_pass=False):
    """Write or change a person's card. `source` is phone or paper; paper never replaces a phone.

    `by_pass` is True for a phone that was let in by the code.

    Raises Problem `part_not_open`, `not_checked_in` or `card_from_phone`.
    """
    ensure(by, "mobilization.write_card", Card(meeting=meeting, person=person))
    words = {"vision": vision, "first": first, "second": second, "third": third, "source": source}
    with deeds.recorded(
        meeting=meeting,
        kind="card_typed",
        by=by,
        rows=[meeting.cards.filter(person=person)],
        name=person.name,
    ):
        card, made = Card.objects.get_or_create(meeting=meeting, person=person, defaults=words)
        if not made:
            change(card, words)
    keep_open_to(meeting, person, *OPEN_TO[source], by=by, by_pass=by_pass)
    return card


def change(card, words):
    """Put new words on a card; raises Problem `card_from_phone`."""
    cards = Card.objects.filter(pk=card.pk)
    if words["source"] == Source.PAPER:
        cards = cards.filter(source=Source.PAPER)
    if not cards.update(**words):
        raise Problem("card_from_phone", name=card.person.name)
    card.refresh_from_db()
