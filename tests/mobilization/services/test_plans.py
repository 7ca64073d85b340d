"""The moves of a plan, its versions and its conflicts."""

import threading
import time
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from core.problems import Problem
from core.workflow import history_of
from mobilization.models import Decision, Meeting, Plan, PlanVersion
from mobilization.models.plans import PROCESS
from mobilization.queries.commitments import unclear_of
from mobilization.queries.plans import content_of
from mobilization.services import plans
from tests.factories.accounts import PersonFactory, member
from tests.factories.plans import leader, outcome_line, plan_in, sibling
from tests.factories.process import (
    AttendanceFactory,
    CommitmentFactory,
    InvitationFactory,
    MeetingFactory,
    SeatFactory,
    TeamFactory,
    present,
)
from tests.races import problems, race

State = Plan.State
Role = Membership.Role

# The written table: who may make which move, from where.
TABLE = {
    "take_forward": ({"conceptual"}, "action", {"manager", "lead_facilitator", "recorder"}),
    "merge": ({"conceptual", "action"}, "merged", {"manager", "lead_facilitator", "recorder"}),
    "split": ({"conceptual", "action"}, "", {"manager", "lead_facilitator", "recorder"}),
    "split_off": (set(), "", {"manager", "lead_facilitator", "recorder"}),
    "undo": (set(), "", {"manager", "lead_facilitator", "recorder"}),
    "disband": ({"conceptual", "action"}, "disbanded", {"manager", "lead_facilitator", "recorder"}),
    "send_to_leadership": (
        {"action"},
        "with_leadership",
        {"manager", "lead_facilitator", "recorder"},
    ),
    "approve": ({"with_leadership"}, "approved", {"leadership_co_chair"}),
    "withhold": ({"with_leadership"}, "withheld", {"leadership_co_chair"}),
    "send_again": (
        {"withheld"},
        "with_leadership",
        {"manager", "lead_facilitator", "recorder", "team_member"},
    ),
    "void": (
        {"approved"},
        "with_leadership",
        {"manager", "lead_facilitator", "recorder", "team_member"},
    ),
}
ROLES = [
    *Role.values,
    "team_member",
    "seated",
    "leadership_member",
    "leadership_co_chair",
    "manager_elsewhere",
]


def actor(role, plan):
    if role in Role.values:
        return member(plan.initiative, role)
    return {
        "team_member": lambda: plan.team.champion,
        "seated": lambda: SeatFactory(group=plan.team.group).person,
        "leadership_member": lambda: leader(plan.initiative),
        "leadership_co_chair": lambda: leader(plan.initiative, co_chair=True),
        "manager_elsewhere": lambda: member(plan_in().initiative),
    }[role]()


def make_move(plan, name, by):
    values = {"merged_into": sibling(plan)} if name == "merge" else {}
    return PROCESS.make(plan, name, by=by, note="Because.", **values)


def test_the_table_of_moves_is_the_written_one():
    assert {name: (set(step.sources), step.target) for name, step in PROCESS.steps.items()} == {
        name: (sources, target) for name, (sources, target, _) in TABLE.items()
    }


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", State.values)
def test_a_role_takes_exactly_its_moves_from_a_state(state, role):
    plan = plan_in(state)
    by = actor(role, plan)
    stands = {"state": state, "merged_into": plan.merged_into}
    for name, (sources, target, roles) in TABLE.items():
        Plan.objects.filter(pk=plan.pk).update(**stands)
        plan.refresh_from_db()
        before = history_of(plan).count()
        if state in sources and role in roles:
            assert make_move(plan, name, by).state == (target or state)
            assert history_of(plan).count() == before + 1
        else:
            expected = "move_not_yours" if role not in roles else "move_not_open"
            with pytest.raises(Problem) as caught:
                make_move(plan, name, by)
            assert caught.value.code == expected
            plan.refresh_from_db()
            assert (plan.state, history_of(plan).count()) == (state, before)


@pytest.mark.django_db
@pytest.mark.parametrize("state", State.values)
def test_only_the_open_moves_are_offered(state):
    plan = plan_in(state)
    manager = member(plan.initiative)
    assert {step.name for step in PROCESS.open_to(plan, manager)} == {
        name
        for name, (sources, _, roles) in TABLE.items()
        if state in sources and "manager" in roles
    }


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


def promise(plan, who):
    """A commitment of somebody who stands in this way to the plan's group."""
    group = plan.team.group
    answered = {"seat__group": group, "answered_at": timezone.now()}
    person = {
        "team": lambda: plan.team.champion,
        "accepted": lambda: InvitationFactory(state="accepted", **answered).person,
        "declined": lambda: InvitationFactory(state="declined", **answered).person,
        "unanswered": lambda: InvitationFactory(seat__group=group, state="sent").person,
        "declined and came": lambda: (
            AttendanceFactory(
                meeting=group.meetings.get(number=3),
                person=InvitationFactory(state="declined", **answered).person,
            ).person
        ),
        "co-chair": lambda: SeatFactory(group=group, role="co_chair").person,
        "leader": lambda: leader(plan.initiative),
        "stranger": lambda: PersonFactory(initiative=plan.initiative),
        "came elsewhere": lambda: present(
            MeetingFactory(group__cluster__initiative=plan.initiative)
        ),
    }[who]()
    return CommitmentFactory(plan=plan, person=person)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "is_clear"),
    [
        ("team", True),
        ("accepted", True),
        ("declined", False),
        ("unanswered", False),
        ("declined and came", True),
        ("co-chair", True),
        ("leader", True),
        ("stranger", False),
        ("came elsewhere", False),
    ],
)
def test_a_clear_commitment_is_of_somebody_who_is_with_it(who, is_clear):
    plan = plan_in("action")
    made = promise(plan, who)
    assert list(unclear_of(plan)) == ([] if is_clear else [made])
    manager = member(plan.initiative)
    if not is_clear:
        with pytest.raises(Problem) as caught:
            plans.send_to_leadership(plan=plan, by=manager)
        assert caught.value.code == "commitments_unclear"
        assert f"{made.person}, “Lends two trainers”: not on the team" in str(caught.value)
        plans.send_to_leadership(plan=plan, by=manager, reason="The board meets on Friday.")
        assert "because: The board meets on Friday." in history_of(plan).get().note
    else:
        assert plans.send_to_leadership(plan=plan, by=manager).state == "with_leadership"


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


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "number", "decide"),
    [
        ("conceptual", 2, plans.take_forward),
        ("conceptual", 2, plans.disband),
        ("action", 3, plans.disband),
        ("action", 3, plans.send_to_leadership),
    ],
)
def test_a_meeting_decides_only_while_it_is_at_its_plans(state, number, decide):
    plan = plan_in(state)
    Meeting.objects.filter(number=number).update(state="check_in")
    manager = member(plan.initiative)
    with pytest.raises(Problem) as caught:
        decide(plan=plan, by=manager, note="Because.")
    assert (caught.value.code, caught.value.values) == ("meeting_not_deciding", {"number": number})
    Meeting.objects.filter(number=number).update(state="deciding")
    assert decide(plan=plan, by=manager, note="Because.").state != state


@pytest.mark.django_db
def test_a_plan_is_not_disbanded_without_a_reason():
    plan = plan_in()
    with pytest.raises(Problem) as caught:
        plans.disband(plan=plan, by=member(plan.initiative), note=" ")
    assert caught.value.code == "note_missing"


@pytest.mark.django_db
def test_without_a_commitment_a_plan_does_not_go_forward():
    plan = plan_in("action", committed=False)
    manager = member(plan.initiative)
    with pytest.raises(Problem) as caught:
        plans.send_to_leadership(plan=plan, by=manager)
    assert caught.value.code == "plan_without_commitments"
    plan.refresh_from_db()
    assert (plan.state, history_of(plan).count()) == ("action", 0)
    CommitmentFactory(plan=plan)
    assert plans.send_to_leadership(plan=plan, by=manager).state == "with_leadership"


@pytest.mark.django_db
def test_a_plan_edited_after_it_was_opened_is_not_sent():
    plan = plan_in("action")
    opened = Plan.objects.get()
    plans.save(plan=plan, version=1, content={"goal": "New"}, by=plan.team.champion)
    with pytest.raises(Problem) as caught:
        plans.send_to_leadership(plan=opened, by=member(plan.initiative))
    assert caught.value.code == "plan_edited_since"


@pytest.mark.django_db
def test_a_withheld_plan_is_sent_again_once_it_was_edited():
    plan = plan_in("withheld")
    Decision.objects.create(
        version=plan.versions.get(),
        kind="withheld",
        recorded_by=leader(plan.initiative, co_chair=True),
    )
    with pytest.raises(Problem) as caught:
        plans.send_again(plan=plan, by=plan.team.champion)
    assert caught.value.code == "plan_not_edited_since"
    plans.save(plan=plan, version=1, content={"goal": "New"}, by=plan.team.champion)
    assert plan.state == "withheld"
    assert plans.send_again(plan=plan, by=plan.team.champion).state == "with_leadership"


@pytest.mark.django_db
def test_a_merged_plan_names_the_other_and_its_team_joins():
    plan = plan_in()
    into = sibling(plan)
    merged = plans.merge(plan=plan, into=into, by=member(plan.initiative), note="Same aim.")
    assert (merged.state, merged.merged_into) == ("merged", into)
    assert history_of(plan).get().note == "Same aim."
    assert {row.person for row in into.team.members.all()} == {
        plan.team.champion,
        into.team.champion,
    }


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["merged", "disbanded"])
def test_nothing_is_merged_into_a_closed_plan(state):
    plan = plan_in()
    into = sibling(plan, state)
    with pytest.raises(Problem) as caught:
        plans.merge(plan=plan, into=into, by=member(plan.initiative))
    assert caught.value.code == "merge_target_closed"


@pytest.mark.django_db
def test_plans_of_two_groups_are_not_merged():
    plan = plan_in()
    with pytest.raises(Problem) as caught:
        plans.merge(plan=plan, into=plan_in(), by=member(plan.initiative))
    assert caught.value.code == "merge_target_elsewhere"


@pytest.mark.django_db
def test_a_plan_is_not_merged_into_itself():
    plan = plan_in()
    with pytest.raises(Problem) as caught:
        plans.merge(plan=plan, into=plan, by=member(plan.initiative))
    assert caught.value.code == "merge_target_elsewhere"


@pytest.mark.django_db
def test_merging_back_would_be_a_circle():
    plan = plan_in()
    into = sibling(plan)
    manager = member(plan.initiative)
    plans.merge(plan=plan, into=into, by=manager)
    with pytest.raises(Problem) as caught:
        plans.merge(plan=into, into=plan, by=manager)
    assert caught.value.code == "merge_target_closed"


@pytest.mark.django_db
def test_the_co_chairs_get_a_letter_with_their_link(django_capture_on_commit_callbacks):
    plan = plan_in("action")
    leader(plan.initiative)
    chair = leader(plan.initiative, co_chair=True)
    with django_capture_on_commit_callbacks(execute=True):
        plans.send_to_leadership(plan=plan, by=member(plan.initiative))
    letter = mail.outbox[0]
    assert [sent.to for sent in mail.outbox] == [[chair.email]]
    assert plan.title in letter.subject
    assert chair.links.get().url("personal_decision", plan.pk) in letter.body


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


@pytest.mark.django_db(transaction=True)
def test_a_plan_is_not_sent_while_an_edit_takes_its_commitments_away():
    plan = plan_in("action")
    manager = member(plan.initiative)
    mine, theirs = Plan.objects.get(), Plan.objects.get()
    edited = threading.Event()

    def edit():
        with transaction.atomic():
            plans.save(plan=mine, version=1, content={"commitments": []}, by=manager)
            edited.set()
            time.sleep(0.5)  # so that the other stands at the row before the edit is committed

    def send():
        edited.wait()
        plans.send_to_leadership(plan=theirs, by=manager)

    results = race(edit, send)
    plan.refresh_from_db()
    assert problems(results) == ["plan_without_commitments"]
    assert (plan.state, history_of(plan).count()) == ("action", 0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(3))
def test_two_plans_merged_into_each_other_at_once_make_no_circle(attempt):
    plan = plan_in()
    other = sibling(plan)
    manager = member(plan.initiative)
    results = race(
        lambda: plans.merge(
            plan=Plan.objects.get(pk=plan.pk), into=Plan.objects.get(pk=other.pk), by=manager
        ),
        lambda: plans.merge(
            plan=Plan.objects.get(pk=other.pk), into=Plan.objects.get(pk=plan.pk), by=manager
        ),
    )
    assert problems(results) == ["merge_target_closed"]
    assert sorted(Plan.objects.values_list("state", flat=True)) == ["conceptual", "merged"]


@pytest.mark.django_db(transaction=True)
def test_of_sixty_four_who_merge_one_plan_into_another_one_does():
    plan = plan_in()
    other = sibling(plan)
    manager = member(plan.initiative)
    copies = [Plan.objects.get(pk=plan.pk) for _thread in range(64)]
    results = race(
        *[lambda copy=copy: plans.merge(plan=copy, into=other, by=manager) for copy in copies]
    )
    assert problems(results) == ["move_not_open"] * 63
    assert history_of(plan).count() == 1
    assert sorted(Plan.objects.values_list("state", flat=True)) == ["conceptual", "merged"]
    assert other.team.members.count() == 2
