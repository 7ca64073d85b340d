"""Dots: four each, one per requirement, unused ones allowed, the limit kept by the database."""

from django.db import transaction
from django.db.models import F

from core.access import ensure
from core.problems import Problem
from mobilization.models import Ballot, Dot, Meeting
from mobilization.services.meetings import BEFORE_CLOSING, keep_open, keep_open_to


@transaction.atomic
def cast(*, meeting, person, requirement, source, by):
    """Place a person's dot on a requirement; where one lies already it stays the only one.

    `source` is phone or paper. Raises Problem `of_another_meeting`, `part_not_open`,
    `not_checked_in` or `no_dots_left`.
    """
    if requirement.meeting_id != meeting.pk:
        raise Problem("of_another_meeting")
    ballot = ballot_of(meeting, person, by)
    dot, placed = Dot.objects.get_or_create(
        ballot=ballot, requirement=requirement, defaults={"source": source}
    )
    if placed:
        spend(ballot)
    keep_open_to(meeting, person, Meeting.State.VOTING)
    return dot


@transaction.atomic
def take_back(*, meeting, person, requirement, by):
    """Take a person's dot back; where none lies nothing changes.

    Raises Problem `part_not_open` or `not_checked_in`.
    """
    ballot = ballot_of(meeting, person, by)
    taken, _rows = ballot.dots.filter(requirement=requirement).delete()
    Ballot.objects.filter(pk=ballot.pk).update(dots_left=F("dots_left") + taken)
    keep_open_to(meeting, person, Meeting.State.VOTING)


@transaction.atomic
def show_results(*, meeting, live, by):
    """Show the dots on the room screen while they fall (`live`), or only when the vote is closed.

    Raises Problem `part_not_open` once the meeting is closed.
    """
    ensure(by, "mobilization.run_meeting", meeting)
    keep_open(meeting, *BEFORE_CLOSING)
    Meeting.objects.filter(pk=meeting.pk).update(results_are_live=live)


def ballot_of(meeting, person, by):
    """The person's ballot. The meeting is held last, so that voters hardly wait for each other."""
    ensure(by, "mobilization.place_dots", Ballot(meeting=meeting, person=person))
    ballot, _made = Ballot.objects.get_or_create(meeting=meeting, person=person)
    return ballot


def spend(ballot):
    """Take one dot from the ballot, never more than there are."""
    left = Ballot.objects.filter(pk=ballot.pk, dots_left__gte=1)
    if not left.update(dots_left=F("dots_left") - 1):
        raise Problem("no_dots_left")
