"""The table of moves, tried on the roles of a support team: a field with known values."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, models

from accounts.models import Membership
from core.models import AppendOnly, Move
from core.problems import Problem
from core.workflow import Process, Step, history_of
from tests.factories.accounts import MembershipFactory, member

Role = Membership.Role
CAREER = Process(
    Step(
        "take_the_lead",
        "Take the lead",
        (Role.RECORDER, Role.ADMINISTRATOR),
        Role.LEAD_FACILITATOR,
        "accounts.change_team",
    ),
    Step(
        "step_back",
        "Step back",
        (Role.LEAD_FACILITATOR,),
        Role.RECORDER,
        "accounts.change_team",
        note_required=True,
    ),
    field="role",
)


@pytest.fixture
def recorder(db):
    return MembershipFactory(role=Role.RECORDER)


@pytest.fixture
def manager(recorder):
    return member(recorder.initiative)


def test_a_move_changes_the_state_and_adds_one_row_of_history(recorder, manager):
    moved = CAREER.make(recorder, "take_the_lead", by=manager, note="Ana is away")

    assert moved.role == Role.LEAD_FACILITATOR
    [move] = history_of(recorder)
    assert (move.name, move.before, move.after) == ("take_the_lead", "recorder", "lead_facilitator")
    assert (move.by, move.by_name, move.note) == (manager, manager.name, "Ana is away")


def test_only_the_open_moves_are_offered(recorder, manager):
    assert [step.name for step in CAREER.open_to(recorder, manager)] == ["take_the_lead"]
    assert CAREER.open_to(recorder, recorder.user) == []


def test_a_move_asks_for_its_permission(recorder):
    assert problem_of(recorder, "take_the_lead", by=recorder.user) == "move_not_yours"


def test_a_move_that_needs_a_reason_refuses_an_empty_one(recorder, manager):
    CAREER.make(recorder, "take_the_lead", by=manager)

    assert problem_of(recorder, "step_back", by=manager, note="  ") == "note_missing"
    assert CAREER.make(recorder, "step_back", by=manager, note="Done").role == Role.RECORDER


def test_a_move_from_elsewhere_is_not_open_and_says_where_the_record_stands(recorder, manager):
    old_page = Membership.objects.get(pk=recorder.pk)
    CAREER.make(recorder, "take_the_lead", by=manager)

    with pytest.raises(Problem) as caught:
        CAREER.make(old_page, "take_the_lead", by=manager)

    assert caught.value.code == "move_not_open"
    assert caught.value.values == {"move": "Take the lead", "state": "Lead facilitator"}
    assert history_of(recorder).count() == 1


def test_a_further_condition_can_close_a_move(recorder, manager):
    nobody = models.Q(user__name="Nobody of this name")

    assert problem_of(recorder, "take_the_lead", by=manager, only_if=nobody) == "move_not_open"
    recorder.refresh_from_db()
    assert recorder.role == Role.RECORDER


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_threads_one_makes_the_move():
    recorder = MembershipFactory(role=Role.RECORDER)
    manager = member(recorder.initiative)
    everybody_ready = Barrier(16)

    def press():
        try:
            mine = Membership.objects.get(pk=recorder.pk)
            everybody_ready.wait(timeout=20)
            return problem_of(mine, "take_the_lead", by=manager)
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as pool:
        outcomes = [future.result() for future in [pool.submit(press) for _ in range(16)]]

    assert sorted(outcomes, key=str) == [None] + ["move_not_open"] * 15
    assert history_of(recorder).count() == 1


def test_history_is_never_rewritten(recorder, manager):
    CAREER.make(recorder, "take_the_lead", by=manager)
    move = Move.objects.get()

    for rewrite in (
        move.save,
        move.delete,
        Move.objects.all().delete,
        lambda: Move.objects.update(note="It was otherwise"),
    ):
        with pytest.raises(AppendOnly):
            rewrite()


def problem_of(record, name, **values):
    """The code of the problem that stopped the move, or None."""
    try:
        CAREER.make(record, name, **values)
    except Problem as problem:
        return problem.code
    return None
