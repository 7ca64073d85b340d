"""Ballots that the recorder types in: from paper, by the code on it, or for a named person."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from core.access import ensure
from core.codes import as_typed
from core.problems import Problem
from mobilization.models import Ballot, BallotCode, Dot
from mobilization.queries import paper_ballots as queries
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
def enter(*, meeting, code, dots, is_empty=False, by):
    """Type in the whole ballot that bears `code`; one of two recorders at it is told.

    `dots` are {requirement: Offer beside its dot, or ""}; all of them come from paper. That there
    are none has to be said with `is_empty`, as a scanner sends a code before anything is typed.
    A dot that the person placed by phone stays the only one there, with what was said beside it.
    Raises Problem `ballot_code_unknown`, `ballot_entered_already`, `ballot_without_numbers`, and
    those of a dot: then nothing is stored and the code stays open.
    """
    ensure(by, "mobilization.run_meeting", meeting)
    codes = meeting.ballot_codes.filter(code=as_typed(code)).select_related("person")
    paper = codes.first()
    if paper is None:
        raise Problem("ballot_code_unknown", typed=code)
    check_are_of(meeting, dots)
    person = paper.person
    votes.hold(meeting, person, by)
    with votes.noted("ballot_typed", meeting, person, list(dots), by, rows=[codes]):
        spend(paper, by)
        if not dots and not is_empty:
            raise Problem("ballot_without_numbers", name=person.name)
        lay(meeting, person, {row: (Dot.Source.PAPER, offer) for row, offer in dots.items()})
    return paper


@transaction.atomic
def mark(*, meeting, person, dots, known, by):
    """Bring what is recorded for a person to `dots`; those from the phone stay as they are.

    `dots` are {requirement: (Dot.Source, Offer beside its dot, or "")}, from paper or spoken.
    `known` is the mark (queries.paper_ballots) of what the recorder saw when typing. Returns the
    person. Raises Problem `paper_ballot_changed` where another recorder was at it since, unless
    it says the same, and those of a dot: then nothing is stored.
    """
    check_are_of(meeting, dots)
    votes.hold(meeting, person, by)
    stands = queries.dots(meeting, person)
    if stands == {requirement.pk: dot for requirement, dot in dots.items()}:
        return person
    if queries.mark(stands) != known:
        raise Problem("paper_ballot_changed", name=person.name)
    with votes.noted("ballot_typed", meeting, person, meeting.requirements.all(), by):
        erase(meeting, person, stands, dots)
        lay(meeting, person, dots)
    return person


def check_are_of(meeting, dots):
    if any(requirement.meeting_id != meeting.pk for requirement in dots):
        raise Problem("of_another_meeting")


def erase(meeting, person, stands, dots):
    """Take back the recorded dots that are not among `dots`."""
    gone = votes.recorded(meeting, person).filter(requirement__in=stands)
    taken, _rows = gone.exclude(requirement__in=list(dots)).delete()
    ballots = Ballot.objects.filter(meeting=meeting, person=person)
    ballots.update(dots_left=F("dots_left") + taken)


def lay(meeting, person, dots):
    """Place the dots with their sources, and with what is offered beside them."""
    for requirement, (source, offer) in dots.items():
        votes.place(meeting, person, requirement, source)
        lying = votes.recorded(meeting, person).filter(requirement=requirement)
        lying.update(source=source, offer=offer)


def spend(ballot, by):
    """Mark the ballot as typed in, once."""
    waiting = BallotCode.objects.filter(pk=ballot.pk, entered_at=None)
    if not waiting.update(entered_at=timezone.now(), entered_by_name=str(by)):
        ballot.refresh_from_db()
        raise Problem("ballot_entered_already", name=ballot.person.name, who=ballot.entered_by_name)
