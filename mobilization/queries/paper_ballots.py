"""Reading what the recorder typed in, from paper or as it was said."""

from mobilization.models import BallotCode, Dot
from mobilization.models.votes import RECORDED


def dots(meeting, person):
    """{requirement id: (source, offer)} of what is recorded, in the order of the list."""
    found = Dot.objects.filter(
        ballot__meeting=meeting, ballot__person=person, source__in=RECORDED
    ).order_by("requirement")
    rows = found.values_list("requirement_id", "source", "offer")
    return {requirement: (source, offer) for requirement, source, offer in rows}


def person_of(meeting, code):
    """Whose paper ballot bears the code, or None."""
    found = BallotCode.objects.filter(meeting=meeting, code=code).select_related("person").first()
    return found and found.person


def mark(dots):
    """Tells a page of a paper ballot whether the ballot is still what it showed."""
    rows = sorted(dots.items())
    return " ".join(f"{requirement}{source}{offer}" for requirement, (source, offer) in rows)
