"""Reading what the recorder typed in from paper."""

from mobilization.models import Dot
from mobilization.models.cards import Source


def dots(meeting, person):
    """{requirement id: offer} of the person's dots from paper, in the order of the list."""
    found = Dot.objects.filter(
        ballot__meeting=meeting, ballot__person=person, source=Source.PAPER
    ).order_by("requirement")
    return dict(found.values_list("requirement_id", "offer"))


def mark(dots):
    """Tells a page of a paper ballot whether the ballot is still what it showed."""
    return " ".join(f"{requirement}{offer}" for requirement, offer in sorted(dots.items()))
