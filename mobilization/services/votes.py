"""Dots: four each, one per requirement, unused ones allowed, the limit kept by the database."""

from contextlib import nullcontext
from functools import cache

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from accounts.models import Person
from core.access import ensure
from core.problems import Problem
from core.statements import Statement, blank
from mobilization.models import Ballot, Dot, Meeting
from mobilization.models.cards import Source
from mobilization.queries import votes as queries
from mobilization.services import deeds
from mobilization.services.meetings import BEFORE_CLOSING, keep_open, keep_open_to


@transaction.atomic
def cast(*, meeting, person, requirement, source, by, by_pass=False):
    """Place a person's dot on a requirement; where one lies already it stays the only one.

    `source` is phone or paper, `by_pass` True for a phone that was let in by the code.
    Raises Problem `of_another_meeting`, `part_not_open`, `not_checked_in` or `no_dots_left`.
    """
    if requirement.meeting_id != meeting.pk:
        raise Problem("of_another_meeting")
    ballot = ballot_of(meeting, person, by, by_pass)
    with noted("paper_dot", ballot, [requirement], by):
        return place(ballot, requirement, source)


def noted(kind, ballot, requirements, by, rows=()):
    """Write down what the recorder changes on a ballot from paper."""
    if isinstance(by, Person):
        return nullcontext()
    dots = ballot.dots.filter(requirement__in=requirements, source=Source.PAPER)
    name = ballot.person.name
    return deeds.recorded(meeting=ballot.meeting, kind=kind, by=by, rows=[*rows, dots], name=name)


@transaction.atomic
def take_back(*, meeting, person, requirement, by, by_pass=False):
    """Take a person's dot back; where none lies nothing changes.

    Raises Problem `part_not_open` or `not_checked_in`.
    """
    ballot = ballot_of(meeting, person, by, by_pass)
    with noted("paper_dot_back", ballot, [requirement], by):
        taken, _rows = ballot.dots.filter(requirement=requirement).delete()
        Ballot.objects.filter(pk=ballot.pk).update(dots_left=F("dots_left") + taken)


@transaction.atomic
def offer(*, meeting, person, requirement, offer, by, by_pass=False):
    """Say beside a person's dot what they offer: an `Offer`, or "" to take it back.

    The recorder says it beside dots from paper alone. Raises Problem `offer_without_dot`,
    `part_not_open` or `not_checked_in`.
    """
    ballot = ballot_of(meeting, person, by, by_pass)
    dots = ballot.dots.filter(requirement=requirement)
    if by != person:
        dots = dots.filter(source=Source.PAPER)
    with noted("paper_offer", ballot, [requirement], by):
        if not dots.update(offer=offer):
            raise Problem("offer_without_dot", text=requirement.text)


@transaction.atomic
def show_results(*, meeting, live, by):
    """Show the dots on the room screen while they fall (`live`), or only when the vote is closed.

    Raises Problem `part_not_open` once the meeting is closed.
    """
    ensure(by, "mobilization.run_meeting", meeting)
    keep_open(meeting, *BEFORE_CLOSING)
    Meeting.objects.filter(pk=meeting.pk).update(results_are_live=live)


def ballot_of(meeting, person, by, by_pass=False):
    """The person's ballot, while the vote is held open."""
    ensure(by, "mobilization.place_dots", Ballot(meeting=meeting, person=person))
    keep_open_to(meeting, person, Meeting.State.VOTING, by=by, by_pass=by_pass)
    found = queries.ballot(meeting, person)
    return found or Ballot.objects.get_or_create(meeting=meeting, person=person)[0]


def place(ballot, requirement, source):
    """A new dot, taken from those that are left, or the one that lies there already.

    Raises Problem `no_dots_left`. The dots of one person come here one after the other, because
    `ballot_of` holds the person's attendance; the constraints refuse what is too many even so.
    """
    if spend(ballot.pk, requirement.pk):
        return Dot.objects.create(ballot=ballot, requirement=requirement, source=source)
    lying = ballot.dots.filter(requirement=requirement).first()
    if lying is None:
        raise Problem("no_dots_left")
    return lying


def spend(ballot, requirement):
    """Take one dot from the ballot with this id, for where none lies yet; False if none is left."""
    return bool(spending().change(ballot=ballot, requirement=requirement))


@cache
def spending():
    lying = Dot.objects.filter(ballot=OuterRef("pk"), requirement=blank("requirement"))
    left = Ballot.objects.filter(~Exists(lying), pk=blank("ballot"), dots_left__gte=1)
    return Statement(left, dots_left=F("dots_left") - 1)
