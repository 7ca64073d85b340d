"""The moves of a plan: who makes them, and what must hold."""

import threading
import time

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from core.problems import Problem
from core.workflow import history_of
from mobilization.models import Decision, Meeting, Plan
from mobilization.models.plans import PROCESS
from mobilization.queries.commitments import unclear_of
from mobilization.services import plan_moves, plans
from tests.factories.accounts import PersonFactory, member
from tests.factories.plans import leader, plan_in, sibling
from tests.factories.process import (
    AttendanceFactory,
    CommitmentFactory,
    InvitationFactory,
    MeetingFactory,
    SeatFactory,
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
            plan_moves.send_to_leadership(plan=plan, by=manager)
        assert caught.value.code == "commitments_unclear"
        assert f"{made.person}, “Lends two trainers”: not on the team" in str(caught.value)
        plan_moves.send_to_leadership(plan=plan, by=manager, reason="The board meets on Friday.")
        assert "because: The board meets on Friday." in history_of(plan).get().note
    else:
        assert plan_moves.send_to_leadership(plan=plan, by=manager).state == "with_leadership"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "number", "decide"),
    [
        ("conceptual", 2, plan_moves.take_forward),
        ("conceptual", 2, plan_moves.disband),
        ("action", 3, plan_moves.disband),
        ("action", 3, plan_moves.send_to_leadership),
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
def test_meeting_3_decides_on_what_meeting_2_has_left_open():
    plan = plan_in()
    other, third = sibling(plan), sibling(plan)
    group, manager = plan.team.group, member(plan.initiative)
    group.meetings.filter(number=2).update(state="closed")
    with pytest.raises(Problem) as caught:
        plan_moves.take_forward(plan=plan, by=manager)
    assert (caught.value.code, caught.value.values) == ("meeting_not_deciding", {"number": 3})
    MeetingFactory(group=group, number=3, state="deciding")
    plan_moves.take_forward(plan=plan, by=manager)
    assert plan_moves.send_to_leadership(plan=plan, by=manager).state == "with_leadership"
    assert plan_moves.merge(plan=other, into=third, by=manager).state == "merged"
    assert plan_moves.disband(plan=third, by=manager, note="Nobody is free.").state == "disbanded"


@pytest.mark.django_db
def test_a_plan_is_not_disbanded_without_a_reason():
    plan = plan_in()
    with pytest.raises(Problem) as caught:
        plan_moves.disband(plan=plan, by=member(plan.initiative), note=" ")
    assert caught.value.code == "note_missing"


@pytest.mark.django_db
def test_without_a_commitment_a_plan_does_not_go_forward():
    plan = plan_in("action", committed=False)
    manager = member(plan.initiative)
    with pytest.raises(Problem) as caught:
        plan_moves.send_to_leadership(plan=plan, by=manager)
    assert caught.value.code == "plan_without_commitments"
    plan.refresh_from_db()
    assert (plan.state, history_of(plan).count()) == ("action", 0)
    CommitmentFactory(plan=plan)
    assert plan_moves.send_to_leadership(plan=plan, by=manager).state == "with_leadership"


@pytest.mark.django_db
def test_a_plan_edited_after_it_was_opened_is_not_sent():
    plan = plan_in("action")
    opened = Plan.objects.get()
    plans.save(plan=plan, version=1, content={"goal": "New"}, by=plan.team.champion)
    with pytest.raises(Problem) as caught:
        plan_moves.send_to_leadership(plan=opened, by=member(plan.initiative))
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
        plan_moves.send_again(plan=plan, by=plan.team.champion)
    assert caught.value.code == "plan_not_edited_since"
    plans.save(plan=plan, version=1, content={"goal": "New"}, by=plan.team.champion)
    assert plan.state == "withheld"
    assert plan_moves.send_again(plan=plan, by=plan.team.champion).state == "with_leadership"


@pytest.mark.django_db
def test_a_merged_plan_names_the_other_and_its_team_joins():
    plan = plan_in()
    into = sibling(plan)
    merged = plan_moves.merge(plan=plan, into=into, by=member(plan.initiative), note="Same aim.")
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
        plan_moves.merge(plan=plan, into=into, by=member(plan.initiative))
    assert caught.value.code == "merge_target_closed"


@pytest.mark.django_db
def test_plans_of_two_groups_are_not_merged():
    plan = plan_in()
    with pytest.raises(Problem) as caught:
        plan_moves.merge(plan=plan, into=plan_in(), by=member(plan.initiative))
    assert caught.value.code == "merge_target_elsewhere"


@pytest.mark.django_db
def test_a_plan_is_not_merged_into_itself():
    plan = plan_in()
    with pytest.raises(Problem) as caught:
        plan_moves.merge(plan=plan, into=plan, by=member(plan.initiative))
    assert caught.value.code == "merge_target_elsewhere"


@pytest.mark.django_db
def test_merging_back_would_be_a_circle():
    plan = plan_in()
    into = sibling(plan)
    manager = member(plan.initiative)
    plan_moves.merge(plan=plan, into=into, by=manager)
    with pytest.raises(Problem) as caught:
        plan_moves.merge(plan=into, into=plan, by=manager)
    assert caught.value.code == "merge_target_closed"


@pytest.mark.django_db
def test_the_co_chairs_get_a_letter_with_their_link(django_capture_on_commit_callbacks):
    plan = plan_in("action")
    leader(plan.initiative)
    chair = leader(plan.initiative, co_chair=True)
    with django_capture_on_commit_callbacks(execute=True):
        plan_moves.send_to_leadership(plan=plan, by=member(plan.initiative))
    letter = mail.outbox[0]
    assert [sent.to for sent in mail.outbox] == [[chair.email]]
    assert plan.title in letter.subject
    assert chair.links.get().url("personal_decision", plan.pk) in letter.body


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
        plan_moves.send_to_leadership(plan=theirs, by=manager)

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
        lambda: plan_moves.merge(
            plan=Plan.objects.get(pk=plan.pk), into=Plan.objects.get(pk=other.pk), by=manager
        ),
        lambda: plan_moves.merge(
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
        *[lambda copy=copy: plan_moves.merge(plan=copy, into=other, by=manager) for copy in copies]
    )
    assert problems(results) == ["move_not_open"] * 63
    assert history_of(plan).count() == 1
    assert sorted(Plan.objects.values_list("state", flat=True)) == ["conceptual", "merged"]
    assert other.team.members.count() == 2
