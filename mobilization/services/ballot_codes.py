"""Paper ballots: a code for each person who comes, and each ballot typed in once."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from core.access import ensure
from core.codes import as_typed
from core.problems import Problem
from mobilization.models import BallotCode
from mobilization.models.cards import Source
from mobilization.services import votes


@transaction.atomic
def issue(*, meeting, people, by):
    """Give each of `people` a code for their paper ballot; a code once given stays."""
    ensure(by, "mobilization.plan_meetings", meeting)
    known = set(meeting.ballot_codes.values_list("person_id", flat=True))
    for person in people:
        if person.pk not in known:
            give(meeting, person)


def give(meeting, person):
    """A code of the person's own; where chance drew a taken one it draws again."""
    try:
        with transaction.atomic():
            BallotCode.objects.create(meeting=meeting, person=person)
    except IntegrityError:
        if not meeting.ballot_codes.filter(person=person).exists():
            give(meeting, person)


@transaction.atomic
def enter(*, meeting, code, requirements, offers=None, by):
    """Type in the whole ballot that bears `code`; one of two recorders at it is told.

    `offers` are {id of a requirement: Offer} beside its dots. A dot that the person placed by
    phone stays the only one there, with what was said beside it. Raises Problem
    `ballot_code_unknown`, `ballot_entered_already`, and those of a dot: then nothing is stored
    and the code stays open.
    """
    ensure(by, "mobilization.run_meeting", meeting)
    codes = meeting.ballot_codes.filter(code=as_typed(code)).select_related("person")
    paper = codes.first()
    if paper is None:
        raise Problem("ballot_code_unknown", typed=code)
    if any(requirement.meeting_id != meeting.pk for requirement in requirements):
        raise Problem("of_another_meeting")
    ballot = votes.ballot_of(meeting, paper.person, by)
    with votes.noted("ballot_typed", ballot, requirements, by, rows=[codes]):
        spend(paper, by)
        for requirement in requirements:
            votes.place(ballot, requirement, Source.PAPER)
        for requirement, offer in (offers or {}).items():
            dots = ballot.dots.filter(requirement=requirement, source=Source.PAPER)
            dots.update(offer=offer)
    return paper


def spend(ballot, by):
    """Mark the ballot as typed in, once."""
    waiting = BallotCode.objects.filter(pk=ballot.pk, entered_at=None)
    if not waiting.update(entered_at=timezone.now(), entered_by_name=str(by)):
        ballot.refresh_from_db()
        raise Problem("ballot_entered_already", name=ballot.person.name, who=ballot.entered_by_name)
