"""A plan is split in two: nothing of it is lost, and nothing stands twice."""

import pytest

from core.workflow import history_of
from mobilization.models import Plan, Team
from mobilization.presenters.teams import team_rows
from mobilization.services import splits
from tests.factories.accounts import member
from tests.factories.plans import plan_in
from tests.factories.process import OutcomeFactory, PlanStepFactory, SeatFactory
from tests.races import problems, race
from tests.refusals import refused

TITLE = "A laboratory of their own"


def a_plan(state="conceptual"):
    """A plan with two outcomes and a step, and the colleague who will lead the new team."""
    plan = plan_in(state)
    OutcomeFactory(plan=plan, text="One shared laboratory", baseline="none")
    PlanStepFactory(plan=plan)
    return plan, SeatFactory(group=plan.team.group).person


def split(plan, champion, *, outcomes=None, by=None, **values):
    goes = [plan.outcomes.last().pk] if outcomes is None else outcomes
    lines = {"outcomes": goes, "steps": [row.pk for row in plan.steps.all()]}
    return splits.split(
        plan=plan,
        version=values.pop("version", plan.version),
        title=TITLE,
        lines=lines,
        champion=champion,
        by=by or member(plan.initiative),
        **values,
    )


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["conceptual", "action"])
def test_what_was_chosen_goes_on_by_itself_and_the_rest_stays(state):
    plan, champion = a_plan(state)
    first = plan.team.champion

    new = split(plan, champion, members=[first], note="Two aims.")

    plan.refresh_from_db()
    assert [row.text for row in plan.outcomes.all()] == ["Forty technicians certified"]
    assert [(row.text, row.baseline) for row in new.outcomes.all()] == [
        ("One shared laboratory", "none")
    ]
    assert (plan.steps.count(), new.steps.count()) == (0, 1)
    assert (new.title, new.goal, new.state, new.version) == (TITLE, plan.goal, state, 1)
    assert (plan.version, plan.state) == (2, state)
    assert {row.person for row in new.team.members.all()} == {champion, first}
    assert (str(new.team), new.team.priority) == (TITLE, plan.team.priority)


@pytest.mark.django_db
def test_both_plans_tell_of_the_split_and_keep_their_versions():
    plan, champion = a_plan()
    new = split(plan, champion, note="Two aims.")
    told = [[(move.name, move.note) for move in history_of(each)] for each in (plan, new)]
    assert told == [[("split", "Two aims.")], [("split_off", plan.title)]]
    assert [plan.versions.count(), new.versions.count()] == [2, 1]


@pytest.mark.django_db
def test_meeting_one_still_shows_the_team_that_it_formed():
    plan, champion = a_plan()
    split(plan, champion)
    [row] = team_rows(plan.team.priority.meeting)
    assert row.team_id == plan.team.pk


@pytest.mark.django_db
@pytest.mark.parametrize("choose", [lambda ids: [], lambda ids: ids, lambda ids: [0]])
def test_each_of_the_two_keeps_an_outcome(choose):
    plan, champion = a_plan()
    with refused("split_leaves_nothing"):
        split(plan, champion, outcomes=choose([row.pk for row in plan.outcomes.all()]))


@pytest.mark.django_db
def test_no_champion_no_team():
    plan, _champion = a_plan()
    with refused("no_champion"):
        split(plan, None)
    stranger = SeatFactory().person
    with refused("no_seat"):
        split(plan, stranger)
    assert Team.objects.filter(split_from__isnull=False).count() == 0


@pytest.mark.django_db
def test_an_older_version_is_not_split():
    plan, champion = a_plan()
    with refused("plan_edited_since"):
        split(plan, champion, version=0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("before", "after"), [("waiting", []), ("questions", ["heard"]), ("heard", ["heard"])]
)
def test_what_is_split_off_was_heard_with_the_plan(before, after):
    plan, champion = a_plan()
    turns = plan.team.group.meetings.get(number=2).presentations
    turns.create(team=plan.team, state=before)
    new = split(plan, champion)
    assert list(turns.filter(team=new.team).values_list("state", flat=True)) == after


@pytest.mark.django_db
def test_outside_its_meeting_a_plan_is_not_split():
    plan, champion = a_plan()
    plan.team.group.meetings.update(state="closed")
    with refused("meeting_not_deciding"):
        split(plan, champion)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_split_at_once_one_does():
    plan, champion = a_plan()
    by = member(plan.initiative)
    copies = [Plan.objects.get(pk=plan.pk) for _number in range(8)]

    results = race(*[lambda copy=copy: split(copy, champion, by=by) for copy in copies])

    assert len(problems(results)) == 7
    assert sorted(Plan.objects.values_list("title", "version")) == [
        (TITLE, 1),
        (plan.title, 2),
    ]
