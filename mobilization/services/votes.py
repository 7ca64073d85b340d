"""Dots: a few each, one per requirement, unused ones allowed, the limit kept by the database."""

from contextlib import nullcontext
from functools import cache

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from accounts.models import Person
from core.access import ensure
from core.problems import Problem
from core.statements import Insertion, Statement, blank
from mobilization.models import Ballot, Dot, Meeting
from mobilization.models.votes import RECORDED
from mobilization.queries import votes as queries
from mobilization.services import deeds
from mobilization.services.meetings import BEFORE_CLOSING, keep_open, keep_open_to
from mobilization.services.receipts import part_of_once


@part_of_once
def cast(*, meeting, person, requirement, source, by, by_pass=False):
    """Place a person's dot on a requirement; where one lies already it stays the only one.

    Returns the Line of the ballot, as `take_back` and `offer` do.
    `source` is a Dot.Source, `by_pass` True for a phone that was let in by the code.
    Raises Problem `of_another_meeting`, `part_not_open`, `not_checked_in` or `no_dots_left`.
    """
    if requirement.meeting_id != meeting.pk:
        raise Problem("of_another_meeting")
    hold(meeting, person, by, by_pass)
    with noted("paper_dot", meeting, person, [requirement], by):
        return place(meeting, person, requirement, source)


def noted(kind, meeting, person, requirements, by, rows=()):
    """Write down what the recorder changes on a ballot."""
    if isinstance(by, Person):
        return nullcontext()
    rows = [*rows, recorded(meeting, person).filter(requirement__in=requirements)]
    return deeds.recorded(meeting=meeting, kind=kind, by=by, rows=rows, name=person.name)


def on_ballot(meeting, person):
    return Dot.objects.filter(ballot__meeting=meeting, ballot__person=person)


def recorded(meeting, person):
    """The dots that the recorder entered; those of the phone are not the recorder's to change."""
    return on_ballot(meeting, person).filter(source__in=RECORDED)


def open_to(by, meeting, person):
    """The dots of the person that `by` may change."""
    return on_ballot(meeting, person) if by == person else recorded(meeting, person)


@part_of_once
def take_back(*, meeting, person, requirement, by, by_pass=False):
    """Take a person's dot back; where none lies nothing changes.

    The recorder takes back what was recorded alone, no dot of the phone. Raises Problem
    `part_not_open` or `not_checked_in`.
    """
    hold(meeting, person, by, by_pass)
    with noted("paper_dot_back", meeting, person, [requirement], by):
        dots = open_to(by, meeting, person).filter(requirement=requirement)
        taken, _rows = dots.delete()
        if taken:
            ballots = Ballot.objects.filter(meeting=meeting, person=person)
            ballots.update(dots_left=F("dots_left") + taken)
    return queries.line_of(meeting, person, requirement)


@part_of_once
def offer(*, meeting, person, requirement, offer, by, by_pass=False):
    """Say beside a person's dot what they offer: an `Offer`, or "" to take it back.

    The recorder says it beside what was recorded alone. Raises Problem `offer_without_dot`,
    `part_not_open` or `not_checked_in`.
    """
    hold(meeting, person, by, by_pass)
    dots = open_to(by, meeting, person).filter(requirement=requirement)
    with noted("paper_offer", meeting, person, [requirement], by):
        if not dots.update(offer=offer):
            raise Problem("offer_without_dot", text=requirement.text)
    return queries.line_of(meeting, person, requirement)


@transaction.atomic
def show_results(*, meeting, live, by):
    """Show the dots on the room screen while they fall (`live`), or only when the vote is closed.

    Raises Problem `part_not_open` once the meeting is closed.
    """
    ensure(by, "mobilization.run_meeting", meeting)
    keep_open(meeting, *BEFORE_CLOSING)
    Meeting.objects.filter(pk=meeting.pk).update(results_are_live=live)


def hold(meeting, person, by, by_pass=False):
    """Hold the vote open for this person's ballot."""
    ensure(by, "mobilization.place_dots", Ballot(meeting=meeting, person=person))
    keep_open_to(meeting, person, Meeting.State.VOTING, by=by, by_pass=by_pass)


def place(meeting, person, requirement, source):
    """Place a dot, taken from those that are left, unless one lies there; the Line of the ballot.

    Raises Problem `no_dots_left`. The dots of one person come here one after the other, because
    `hold` holds the person's attendance; the constraints refuse what is too many even so.
    """
    ids = meeting.pk, person.pk, requirement.pk
    ballot, left = spend(*ids) or begin(meeting, person) or (None, 0)
    if ballot:
        dot = {"requirement": requirement.pk, "source": source, "placed_at": timezone.now()}
        placing().key(ballot=ballot, **dot)
        return queries.Line(left, "")
    line = queries.line_of(meeting, person, requirement)
    if line.offer is None:
        raise Problem("no_dots_left")
    return line


def spend(meeting, person, requirement):
    """Take one dot from the ballot for a requirement where none lies yet; all three are ids.

    (id of the ballot, dots left); None without a ballot, or a dot on it, or where one lies.
    """
    ids = {"meeting": meeting, "person": person, "requirement": requirement}
    return spending().changed_row("id", "dots_left", **ids)


def begin(meeting, person):
    """The same for somebody who has no ballot yet: they get one, and its first dot is taken."""
    left = meeting.dots_each - 1
    ballot = beginning().key(meeting=meeting.pk, person=person.pk, dots_left=left)
    return ballot and (ballot, left)


@cache
def spending():
    lying = Dot.objects.filter(ballot=OuterRef("pk"), requirement=blank("requirement"))
    ballots = Ballot.objects.filter(meeting=blank("meeting"), person=blank("person"))
    return Statement(ballots.filter(~Exists(lying), dots_left__gte=1), dots_left=F("dots_left") - 1)


@cache
def beginning():
    return Insertion(Ballot, "meeting", "person", "dots_left", once=True)


@cache
def placing():
    return Insertion(Dot, "ballot", "requirement", "source", "placed_at")
