from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from core.problems import Problem
from mobilization.models import Category, Meeting
from mobilization.services import planning
from tests.factories.accounts import member
from tests.factories.process import (
    MEETING_AT,
    BallotFactory,
    ClusterGroupFactory,
    MeetingFactory,
    SeatFactory,
)
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

FIRST_STATES = ["planned", "check_in", "cards", "requirements", "voting", "grouping", "teams"]


@pytest.mark.parametrize(("number", "count"), [(1, 6), (2, 0)])
def test_the_first_meeting_begins_with_the_guides_six_categories(number, count):
    group = ClusterGroupFactory()
    plan = {"number": number, "place": "Library", "by": member(group.initiative)}
    for starts_at in (MEETING_AT, MEETING_AT + timedelta(days=7)):
        planning.plan(group=group, starts_at=starts_at, **plan)
    names = [
        "Workforce",
        "Infrastructure",
        "Innovation and entrepreneurship",
        "Regulation and taxation",
        "Quality of life",
        "Other",
    ]
    assert list(Category.objects.values_list("name", flat=True)) == names[:count]


def test_planning_again_moves_the_meeting():
    group = ClusterGroupFactory()
    recorder = member(group.initiative)
    later = MEETING_AT + timedelta(days=7)
    planning.plan(group=group, number=2, starts_at=MEETING_AT, place="Library", by=recorder)
    planning.plan(group=group, number=2, starts_at=later, place="Town hall", by=recorder)
    rows = Meeting.objects.values_list("number", "starts_at", "place", "state")
    assert list(rows) == [(2, later, "Town hall", "planned")]


@pytest.mark.parametrize(
    ("number", "days", "other"), [(3, 0, 2), (3, -1, 2), (1, 7, 2), (2, -40, 1)]
)
def test_the_meetings_follow_one_another(number, days, other):
    group = ClusterGroupFactory()
    by = member(group.initiative)
    for each, ahead in ((1, -30), (2, 0)):
        MeetingFactory(group=group, number=each, starts_at=MEETING_AT + timedelta(days=ahead))
    before = list(Meeting.objects.order_by("number").values_list("number", "starts_at"))

    at = MEETING_AT + timedelta(days=days)
    with pytest.raises(Problem) as refusal:
        planning.plan(group=group, number=number, starts_at=at, place="Library", by=by)

    assert (refusal.value.code, refusal.value.values["number"]) == ("meetings_out_of_order", other)
    assert f"Meeting {other} is on" in str(refusal.value)
    assert list(Meeting.objects.order_by("number").values_list("number", "starts_at")) == before


@pytest.mark.django_db(transaction=True)
def test_of_two_that_are_planned_at_once_in_the_wrong_order_one_is_refused():
    group = ClusterGroupFactory()
    by = member(group.initiative)

    def plan(number, days):
        at = MEETING_AT + timedelta(days=days)
        return lambda: (
            planning.plan(group=group, number=number, starts_at=at, place="Library", by=by).number
        )

    results = race(plan(1, 7), plan(2, 0))

    assert problems(results) == ["meetings_out_of_order"]
    assert Meeting.objects.count() == 1


def test_a_closed_meeting_keeps_its_time():
    meeting = MeetingFactory(state="closed")
    with refused("part_not_open"):
        planning.plan(
            group=meeting.group,
            number=1,
            starts_at=MEETING_AT + timedelta(days=7),
            place="Elsewhere",
            by=member(meeting.initiative),
        )
    assert Meeting.objects.get().starts_at == MEETING_AT


def test_a_participant_plans_nothing():
    seat = SeatFactory()
    with pytest.raises(PermissionDenied):
        planning.plan(
            group=seat.group, number=1, starts_at=MEETING_AT, place="Library", by=seat.person
        )
    assert not Meeting.objects.exists()


def replan(meeting, dots_each):
    return planning.plan(
        group=meeting.group,
        number=1,
        starts_at=meeting.starts_at,
        place="Town hall",
        dots_each=dots_each,
        by=member(meeting.initiative),
    )


@pytest.mark.parametrize("state", FIRST_STATES)
def test_the_number_of_dots_can_be_changed_until_the_vote_opens(state):
    meeting = MeetingFactory(state=state)
    assert meeting.dots_each == 4
    assert replan(meeting, 4).place == "Town hall"
    if state in ["planned", "check_in", "cards", "requirements"]:
        assert replan(meeting, 3).dots_each == 3
    else:
        with refused("vote_has_begun"):
            replan(meeting, 3)


def test_nor_can_it_be_changed_once_somebody_has_a_ballot():
    """The vote was opened, and the meeting went back to its list."""
    meeting = MeetingFactory(state="requirements")
    BallotFactory(meeting=meeting)
    with refused("vote_has_begun"):
        replan(meeting, 5)
    assert Meeting.objects.get().dots_each == 4
