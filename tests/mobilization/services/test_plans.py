"""The versions of a plan and its conflicts."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.problems import Problem
from core.workflow import history_of
from mobilization.models import Decision, Meeting, Plan, PlanVersion
from mobilization.models.plans import PROCESS
from mobilization.queries.plans import content_of
from mobilization.services import plans
from tests.factories.accounts import PersonFactory, member
from tests.factories.plans import leader, outcome_line, plan_in
from tests.factories.process import MeetingFactory, SeatFactory, TeamFactory
from tests.races import problems, race


@pytest.mark.django_db
def test_a_plan_is_started_as_version_one():
    team = TeamFactory()
    plan = plans.start(team=team, title="Technicians", goal="Enough of them", by=team.champion)
    version = plan.versions.get()
    assert (plan.state, plan.version, version.number) == ("conceptual", 1, 1)
    assert version.edited_by_name == team.champion.name
    assert version.content == {
        "title": "Technicians",
        "goal": "Enough of them",
        "structure": "",
        "outcomes": [],
        "steps": [],
        "needs": [],
        "commitments": [],
        "members": [{"id": team.champion.pk, "name": team.champion.name}],
    }


@pytest.mark.django_db
def test_a_team_has_one_plan():
    plan = plan_in()
    with pytest.raises(Problem, match="one plan"):
        plans.start(team=plan.team, title="Another", goal="More", by=plan.team.champion)
    assert Plan.objects.get() == plan


@pytest.mark.django_db
def test_a_stranger_starts_no_plan():
    team = TeamFactory()
    stranger = SeatFactory(group=team.group).person
    with pytest.raises(Problem) as caught:
        plans.start(team=team, title="Mine", goal="All of it", by=stranger)
    assert caught.value.code == "plan_not_yours"


@pytest.mark.django_db
def test_a_save_stores_every_part_and_keeps_the_version():
    plan = plan_in("action", committed=False)
    outcome = plan.outcomes.get()
    person = plan.team.champion
    plans.save(
        plan=plan,
        version=1,
        content={
            "goal": "A new goal",
            "structure": "A steering board",
            "outcomes": [
                {
                    "id": outcome.pk,
                    **outcome_line(
                        "Fifty technicians",
                        baseline="10 a year",
                        target="50",
                        is_clear=True,
                        judgment="The college counts them.",
                    ),
                },
                outcome_line("Ten trainers"),
            ],
            "steps": [{"text": "Sign the agreement", "due": date(2027, 6, 1)}],
            "needs": [{"kind": "money", "text": "80,000 dollars"}],
            "commitments": [{"person_id": person.pk, "text": "Lends two trainers", "due": None}],
        },
        by=person,
    )
    plan = Plan.objects.get()
    stored = plan.versions.get(number=2)
    first, second = plan.outcomes.all()
    assert (plan.version, plan.goal, plan.structure) == (2, "A new goal", "A steering board")
    assert (first.pk, first.text, first.is_clear) == (outcome.pk, "Fifty technicians", True)
    assert stored.content == content_of(plan)
    assert stored.content == {
        "title": plan.title,
        "goal": "A new goal",
        "structure": "A steering board",
        "outcomes": [
            {
                "id": outcome.pk,
                "text": "Fifty technicians",
                "measure": "Certificates awarded",
                "baseline": "10 a year",
                "target": "50",
                "due": "2027-12-01",
                "is_clear": True,
                "is_compelling": False,
                "is_outcome": False,
                "within_a_year": False,
                "judgment": "The college counts them.",
                "judged_by_name": person.name,
                "judged_at": first.judged_at.isoformat(),
            },
            {
                "id": second.pk,
                "text": "Ten trainers",
                "measure": "Certificates awarded",
                "baseline": "",
                "target": "",
                "due": "2027-12-01",
                "is_clear": False,
                "is_compelling": False,
                "is_outcome": False,
                "within_a_year": False,
                "judgment": "",
                "judged_by_name": "",
                "judged_at": None,
            },
        ],
        "steps": [{"id": plan.steps.get().pk, "text": "Sign the agreement", "due": "2027-06-01"}],
        "needs": [{"id": plan.needs.get().pk, "kind": "money", "text": "80,000 dollars"}],
        "commitments": [
            {
                "id": plan.commitments.get().pk,
                "person_id": person.pk,
                "name": person.name,
                "text": "Lends two trainers",
                "due": None,
            }
        ],
        "members": [{"id": person.pk, "name": person.name}],
    }


@pytest.mark.django_db
def test_a_part_left_out_stays_and_a_line_left_out_goes():
    plan = plan_in("action")
    commitment = plan.commitments.get()
    plans.save(plan=plan, version=1, content={"outcomes": []}, by=plan.team.champion)
    assert plan.outcomes.count() == 0
    assert plan.commitments.get() == commitment


@pytest.mark.django_db
def test_saving_what_stands_there_makes_no_version():
    plan = plan_in("approved")
    plans.save(plan=plan, version=1, content=content_of(plan), by=plan.team.champion)
    plan.refresh_from_db()
    assert (plan.state, plan.version, plan.versions.count()) == ("approved", 1, 1)


@pytest.mark.django_db
def test_an_edit_tells_the_meeting_that_is_at_its_plans_and_needs_none():
    plan = plan_in()
    meeting = plan.team.group.meetings.get(number=2)

    def edit(goal):
        values = {"version": plan.version, "content": {"goal": goal}}
        saved = plans.save(plan=plan, **values, by=plan.team.champion)
        return saved.goal, Meeting.objects.get(pk=meeting.pk).version

    assert edit("A train an hour.") == ("A train an hour.", 1)
    assert edit("A train an hour.") == ("A train an hour.", 1)
    for state in ("check_in", "closed"):
        Meeting.objects.filter(pk=meeting.pk).update(state=state)
        assert edit(f"A train, at {state}.") == (f"A train, at {state}.", 1)


@pytest.mark.django_db
def test_a_new_plan_shows_in_the_meeting_that_is_at_its_plans():
    team = TeamFactory()
    meeting = MeetingFactory(group=team.group, number=2, state="deciding")
    plans.start(team=team, title="Whole trains", goal="Trains.", by=team.champion)
    assert Meeting.objects.get(pk=meeting.pk).version == 1


@pytest.mark.django_db
def test_an_id_of_another_plan_touches_nothing_there():
    plan, other = plan_in(), plan_in()
    theirs = other.outcomes.get()
    content = {"outcomes": [{"id": theirs.pk, **outcome_line("Taken over")}]}
    plans.save(plan=plan, version=1, content=content, by=plan.team.champion)
    theirs.refresh_from_db()
    assert (theirs.plan, theirs.text) == (other, "Forty technicians certified")
    assert plan.outcomes.get().text == "Taken over"


@pytest.mark.django_db
def test_a_line_longer_than_its_limit_is_refused_whole():
    plan = plan_in()
    with pytest.raises(ValidationError):
        plans.save(
            plan=plan,
            version=1,
            content={"goal": "New", "outcomes": [outcome_line("x" * 241)]},
            by=plan.team.champion,
        )
    plan.refresh_from_db()
    assert (plan.goal, plan.version) == ("Every employer finds the technicians it needs.", 1)


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["merged", "disbanded"])
def test_a_closed_plan_is_read_only(state):
    plan = plan_in(state)
    with pytest.raises(Problem) as caught:
        plans.save(plan=plan, version=1, content={"goal": "New"}, by=plan.team.champion)
    assert caught.value.code == "plan_closed"


@pytest.mark.django_db
def test_the_later_of_two_edits_is_told_who_saved():
    plan = plan_in()
    late = Plan.objects.get()
    manager = member(plan.initiative)
    plans.save(plan=plan, version=1, content={"goal": "First"}, by=manager)
    with pytest.raises(Problem) as caught:
        plans.save(plan=late, version=1, content={"goal": "Second"}, by=plan.team.champion)
    assert caught.value.code == "plan_edited_meanwhile"
    assert caught.value.values == {"who": manager.name, "version": 2}
    plan.refresh_from_db()
    assert (plan.goal, plan.version) == ("First", 2)


@pytest.mark.django_db
def test_the_later_of_two_edits_keeps_what_the_earlier_one_wrote_elsewhere():
    plan = plan_in()
    late, stood = Plan.objects.get(), content_of(plan)["outcomes"][0]
    first = [{**stood, "measure": "Diplomas"}, outcome_line("Ten trainers")]
    plans.save(plan=plan, version=1, content={"outcomes": first}, by=member(plan.initiative))
    content = {"goal": "New", "outcomes": [{**stood, "target": "40"}]}
    saved = plans.save(plan=late, version=1, content=content, by=plan.team.champion)
    assert (saved.goal, saved.version, saved.versions.count()) == ("New", 3, 3)
    assert [(row.text, row.measure, row.target) for row in saved.outcomes.all()] == [
        ("Forty technicians certified", "Diplomas", "40"),
        ("Ten trainers", "Certificates awarded", ""),
    ]


@pytest.mark.django_db
def test_together_two_edits_may_not_have_more_lines_than_a_plan_has():
    plan = plan_in()
    late = Plan.objects.get()
    for edited, words in ((plan, "First"), (late, "Second")):
        content = {
            "outcomes": [
                *content_of(late)["outcomes"][:1],
                *(outcome_line(f"{words} {number}") for number in range(3)),
            ]
        }
        if edited is plan:
            plans.save(plan=plan, version=1, content=content, by=plan.team.champion)
    with pytest.raises(Problem) as caught:
        plans.save(plan=late, version=1, content=content, by=plan.team.champion)
    assert caught.value.code == "too_many_lines"
    assert plan.outcomes.count() == 4


@pytest.mark.django_db
def test_a_version_that_was_never_there_is_not_edited():
    plan = plan_in()
    with pytest.raises(Problem) as caught:
        plans.save(plan=plan, version=7, content={"goal": "New"}, by=plan.team.champion)
    assert caught.value.code == "plan_edited_since"


@pytest.mark.django_db
def test_an_outcome_keeps_who_judged_it_and_when_until_somebody_judges_anew():
    plan = plan_in()
    first, second = plan.team.champion, member(plan.initiative)

    def save(by, **values):
        line = {**content_of(plan)["outcomes"][0], **values}
        plans.save(plan=plan, version=plan.version, content={"outcomes": [line]}, by=by)
        row = plan.outcomes.get()
        return row.judged_by_name, row.judged_at

    assert save(first, text="Fifty technicians") == ("", None)
    judged = save(first, is_clear=True)
    assert judged[0] == first.name
    assert abs(timezone.now() - judged[1]) < timedelta(minutes=1)
    assert save(second, text="Sixty technicians") == judged
    assert save(second, judgment="Three colleges count.")[0] == str(second)
    plans.restore(plan=plan, number=3, version=5, by=second)
    row = plan.outcomes.get()
    assert ((row.judged_by_name, row.judged_at), row.judgment) == (judged, "")


# --- Going back to a version ---------------------------------------------------------------------


def edited_once(state="conceptual"):
    """A plan whose second version has another goal and another outcome."""
    plan = plan_in(state)
    content = {"goal": "New", "outcomes": [outcome_line("Ten trainers")]}
    return plans.save(plan=plan, version=1, content=content, by=plan.team.champion)


@pytest.mark.django_db
def test_a_version_comes_back_as_the_next_one_and_its_lines_are_the_same_lines():
    plan = edited_once()
    first = plan.versions.get(number=1).content
    by = plan.team.champion
    for _time in range(2):  # the second says what stands there already
        plan = plans.restore(plan=plan, number=1, version=plan.version, by=by)
        assert (plan.version, content_of(plan)) == (3, first)
    assert plan.versions.get(number=3).edited_by_name == by.name
    assert plan.versions.get(number=2).content["goal"] == "New"


@pytest.mark.django_db
def test_a_version_does_not_come_back_over_what_the_page_did_not_show():
    plan = edited_once()
    by = plan.team.champion
    for values, code in (
        ({"number": 1, "version": 1}, "plan_edited_since"),
        ({"number": 9, "version": 2}, "plan_edited_since"),
        ({"number": 1, "version": 2, "state": "approved"}, "plan_edited_since"),
        ({"number": 1, "version": 2, "by": SeatFactory(group=plan.team.group).person}, None),
    ):
        with pytest.raises(Problem) as caught:
            plans.restore(**{"plan": plan, "by": by, **values})
        assert caught.value.code == (code or "plan_not_yours")
    Plan.objects.update(state="disbanded")
    with pytest.raises(Problem) as caught:
        plans.restore(plan=plan, number=1, version=2, by=by)
    assert caught.value.code == "plan_closed"
    assert Plan.objects.get().version == 2


@pytest.mark.django_db
def test_going_back_to_a_version_voids_the_approval():
    plan = edited_once("approved")
    Plan.objects.update(state="approved")
    plan.refresh_from_db()
    plan = plans.restore(plan=plan, number=1, version=2, by=plan.team.champion)
    assert (plan.state, plan.version) == ("with_leadership", 3)


@pytest.mark.django_db
def test_the_same_form_sent_twice_is_saved_once():
    plan = plan_in()
    late = Plan.objects.get()
    content = {"outcomes": [outcome_line("Ten trainers")]}
    plans.save(plan=plan, version=1, content=content, by=plan.team.champion)
    plans.save(plan=late, version=1, content=content, by=plan.team.champion)
    plan.refresh_from_db()
    assert (plan.version, plan.versions.count(), plan.outcomes.count()) == (2, 2, 1)


@pytest.mark.django_db
def test_whoever_did_not_know_of_the_approval_does_not_void_it():
    plan = plan_in("with_leadership")
    unaware = Plan.objects.get()
    PROCESS.make(plan, "approve", by=leader(plan.initiative, co_chair=True))
    with pytest.raises(Problem) as caught:
        plans.save(plan=unaware, version=1, content={"goal": "New"}, by=plan.team.champion)
    assert caught.value.code == "plan_moved_meanwhile"
    plan.refresh_from_db()
    assert (plan.state, plan.version) == ("approved", 1)


@pytest.mark.django_db
def test_an_edit_voids_the_approval():
    plan = plan_in("approved")
    decision = Decision.objects.create(
        version=plan.versions.get(),
        kind="approved",
        recorded_by=leader(plan.initiative, co_chair=True),
    )
    plans.save(plan=plan, version=1, content={"goal": "New"}, by=plan.team.champion)
    decision.refresh_from_db()
    assert plan.state == "with_leadership"
    assert decision.voided_at is not None
    assert [move.name for move in history_of(plan)] == ["void"]


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["with_leadership", "approved"])
def test_a_plan_before_the_leadership_group_keeps_a_commitment(state):
    plan = plan_in(state)
    with pytest.raises(Problem) as caught:
        plans.save(plan=plan, version=1, content={"commitments": []}, by=plan.team.champion)
    assert caught.value.code == "commitments_needed"
    assert plan.commitments.count() == 1


@pytest.mark.django_db
def test_a_commitment_names_somebody_of_the_initiative():
    plan = plan_in("action")
    content = {"commitments": [{"person_id": PersonFactory().pk, "text": "Lends a hall"}]}
    with pytest.raises(Problem) as caught:
        plans.save(plan=plan, version=1, content=content, by=plan.team.champion)
    assert caught.value.code == "person_unknown"


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_edits_of_one_version_one_is_kept():
    plan = plan_in()
    editor = plan.team.champion

    def edit(number):
        mine = Plan.objects.get()
        return lambda: plans.save(
            plan=mine, version=1, content={"goal": f"Goal {number}"}, by=editor
        )

    results = race(*[edit(number) for number in range(16)])
    plan.refresh_from_db()
    assert problems(results) == ["plan_edited_meanwhile"] * 15
    assert (plan.version, PlanVersion.objects.count()) == (2, 2)
    assert plan.versions.get(number=2).content["goal"] == plan.goal


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_add_a_step_at_once_every_step_is_kept():
    plan = plan_in()
    copies = [Plan.objects.get() for _number in range(8)]

    def add(number):
        steps = [{"text": f"Step {number}", "due": None}]
        values = {"version": 1, "content": {"steps": steps}, "by": plan.team.champion}
        return lambda: plans.save(plan=copies[number], **values)

    assert problems(race(*[add(number) for number in range(8)])) == []
    plan.refresh_from_db()
    assert sorted(step.text for step in plan.steps.all()) == [f"Step {n}" for n in range(8)]
    assert list(plan.versions.values_list("number", flat=True)) == list(range(1, 10))
