import random

import pytest

from mobilization.models import Dot
from mobilization.queries import votes
from tests.factories.process import (
    AttendanceFactory,
    BallotFactory,
    MeetingFactory,
    RequirementFactory,
)

pytestmark = pytest.mark.django_db


def dots_on(requirement, count, source="phone"):
    for _number in range(count):
        BallotFactory(meeting=requirement.meeting).dots.create(
            requirement=requirement, source=source
        )


def test_ties_share_a_rank_and_without_a_dot_there_is_none():
    meeting = MeetingFactory()
    none, three, two, also_two = (
        RequirementFactory(meeting=meeting, text=text) for text in ("D", "A", "B", "C")
    )
    for requirement, count in [(three, 3), (two, 2), (also_two, 2)]:
        dots_on(requirement, count)
    RequirementFactory(text="Of another meeting")

    rows = [(row.requirement.text, row.dots, row.rank) for row in votes.results(meeting)]

    assert rows == [("A", 3, 1), ("B", 2, 2), ("C", 2, 2), ("D", 0, None)]
    assert none.text == "D"


def test_a_meeting_without_requirements_has_no_results():
    assert votes.results(MeetingFactory()) == []


def ranked_in_loops(items, laid):
    """The second answer: [(item, dots, rank)], each rank one more than how many have more dots.

    Without a dot there is no rank.
    """
    counts = dict.fromkeys(items, 0)
    for item in laid:
        counts[item] += 1
    rows = []
    for most in range(len(laid), -1, -1):
        for item in items:
            if counts[item] == most:
                better = [other for other in items if counts[other] > most]
                rows.append((item, most, len(better) + 1 if most else None))
    return rows


@pytest.mark.parametrize("seed", range(5))
def test_the_ranking_computed_twice(seed):
    chance = random.Random(seed)
    meeting = MeetingFactory()
    items = RequirementFactory.create_batch(9, meeting=meeting)
    for _person in range(12):
        ballot = BallotFactory(meeting=meeting)
        for requirement in chance.sample(items, chance.randint(0, 4)):
            ballot.dots.create(requirement=requirement, source="phone")

    fast = [(row.requirement.pk, row.dots, row.rank) for row in votes.results(meeting)]

    laid = list(Dot.objects.values_list("requirement", flat=True))
    assert fast == ranked_in_loops([item.pk for item in items], laid)


def test_what_came_in_is_counted_by_the_way_it_came():
    meeting = MeetingFactory(state="voting")
    AttendanceFactory.create_batch(4, meeting=meeting)
    one, other, third = RequirementFactory.create_batch(3, meeting=meeting)
    on_both = BallotFactory(meeting=meeting)
    on_both.dots.create(requirement=one, source="phone")
    on_both.dots.create(requirement=other, source="paper")
    on_both.dots.create(requirement=third, source="spoken")
    BallotFactory(meeting=meeting).dots.create(requirement=one, source="paper")
    BallotFactory(meeting=meeting)
    dots_on(RequirementFactory(), 3)

    assert votes.reconciliation(meeting) == (4, 2, 4, 1, 2, 1)
    assert list(votes.begun(meeting).values()) == [
        {"phone": 1, "paper": 1, "spoken": 1},
        {"paper": 1},
    ]


def test_a_ballot_is_read_for_one_person_alone():
    meeting = MeetingFactory()
    one, other = RequirementFactory.create_batch(2, meeting=meeting)
    mine, theirs = BallotFactory.create_batch(2, meeting=meeting)
    mine.dots.create(requirement=one, source="paper")
    theirs.dots.create(requirement=other, source="phone")

    assert votes.own_dots(meeting, mine.person) == {one.pk: ("paper", "", "")}
