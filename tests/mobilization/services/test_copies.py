"""Copies of the plans: ready for one version, and not for the next."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from mobilization.models import Copies, Meeting
from mobilization.presenters import presentations as presenter
from mobilization.queries.plans import content_of
from mobilization.services import copies, plans, presentations
from tests.factories.accounts import member
from tests.factories.plans import plan_in, sibling
from tests.factories.process import MeetingFactory, TeamFactory
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    plan = plan_in(title="An evening school")
    Meeting.objects.filter(group=plan.team.group, number=2).update(state="planned")
    return plan


@pytest.fixture
def meeting(plan):
    return plan.team.group.meetings.get(number=2)


@pytest.fixture
def office(plan):
    return member(plan.initiative, "administrator")


def make(plan, meeting, by, version=1):
    return copies.ready(plan=plan, version=version, meeting=meeting, by=by)


def edit(plan, by):
    content = {**content_of(plan), "goal": "Another goal"}
    return plans.save(plan=plan, version=plan.version, content=content, by=by)


def turn_of(meeting):
    (turn,) = presenter.preparation(meeting)["turns"]
    return turn


def test_copies_are_ready_until_the_plan_is_saved_again(plan, meeting, office):
    recorder = member(plan.initiative, "recorder")
    made = make(plan, meeting, office)
    assert (made.version, made.ready_by_name) == (1, office.name)
    assert turn_of(meeting).has_copies
    seen = Meeting.objects.get(pk=meeting.pk).version

    edit(plan, recorder)
    assert not turn_of(meeting).has_copies
    assert Meeting.objects.get(pk=meeting.pk).version == seen + 1  # an open console hears of it
    with refused("plan_edited_since_copied"):
        make(plan, meeting, office, version=1)
    assert make(plan, meeting, recorder, version=2).ready_by_name == recorder.name
    assert turn_of(meeting).has_copies


def test_the_first_who_says_so_stays_and_it_can_be_taken_back(plan, meeting, office):
    make(plan, meeting, office)
    assert make(plan, meeting, member(plan.initiative, "recorder")).ready_by_name == office.name
    for _again in range(2):
        copies.take_back(plan=plan, meeting=meeting, by=office)
    assert not Copies.objects.exists()


def test_what_is_missing_is_said_team_by_team(plan, meeting, office):
    TeamFactory(priority__meeting=plan.team.priority.meeting)
    recorder = member(plan.initiative, "recorder")
    first, second = (str(turn.team) for turn in presenter.preparation(meeting)["turns"])
    assert presenter.preparation(meeting)["missing"] == [
        f"{first}: nobody is named to present.",
        f"{first}: the copies of the plan are not ready.",
        f"{second}: nobody is named to present.",
        f"{second}: there is no plan yet, so there is nothing to copy.",
    ]
    presentations.name(team=plan.team, meeting=meeting, person=plan.team.champion, by=recorder)
    make(plan, meeting, office)
    edit(plan, recorder)
    assert presenter.preparation(meeting)["missing"][:2] == [
        f"{first}: {plan.team.champion} has not confirmed yet.",
        f"{first}: the copies are of version 1, and the plan has version 2 now.",
    ]
    lights = [rule.light for rule in presenter.preparation(meeting)["readiness"]]
    assert lights == ["amber", "amber"]


def test_each_meeting_has_copies_of_its_own(plan, meeting, office):
    third = MeetingFactory(group=plan.team.group, number=3)
    make(plan, meeting, office)
    assert not turn_of(third).has_copies


def test_where_there_is_nothing_to_copy(plan, meeting, office):
    with refused("no_presentations_here"):
        make(plan, plan.team.priority.meeting, office)
    with refused("of_another_meeting"):
        make(plan, MeetingFactory(group__cluster__initiative=plan.initiative, number=2), office)
    with refused("plan_edited_since_copied"):
        make(sibling(plan, "merged"), meeting, office)
    with pytest.raises(PermissionDenied):
        make(plan, meeting, plan.team.champion)
    Meeting.objects.update(state="closed")
    with refused("part_not_open"):
        make(plan, meeting, office)
    with refused("part_not_open"):
        copies.take_back(plan=plan, meeting=meeting, by=office)


@pytest.mark.parametrize("wrong", [{"version": 0}, {"ready_by_name": ""}])
def test_copies_are_of_a_version_and_have_a_name(plan, meeting, wrong):
    values = {"version": 1, "ready_by_name": "Ada", "ready_at": timezone.now()} | wrong
    with pytest.raises(IntegrityError), transaction.atomic():
        Copies.objects.create(plan=plan, meeting=meeting, **values)


@pytest.mark.parametrize("teams", [1, 30])
def test_the_number_of_teams_does_not_change_the_queries(
    plan, meeting, teams, django_assert_num_queries
):
    for _number in range(teams - 1):
        sibling(plan)
    with django_assert_num_queries(4):
        assert len(presenter.preparation(meeting)["turns"]) == teams


@pytest.mark.django_db(transaction=True)
def test_copies_and_an_edit_at_one_moment_never_leave_old_copies_as_ready(plan, meeting, office):
    recorder = member(plan.initiative, "recorder")

    def copy():
        return make(plan, meeting, office)

    results = race(*[copy] * 7, lambda: edit(plan, recorder))

    assert set(problems(results)) <= {"plan_edited_since_copied"}
    assert not turn_of(meeting).has_copies
