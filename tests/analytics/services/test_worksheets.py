"""The rounds of the observations worksheet."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from analytics.models import Worksheet
from analytics.models.worksheets import PROCESS
from analytics.services import worksheets
from core.workflow import history_of
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import (
    JointObservationFactory,
    ObservationFactory,
    WorksheetFactory,
)
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

Role = Membership.Role


def ready(state="collecting"):
    """A worksheet with an observation handed in and a line of the joint sheet."""
    worksheet = WorksheetFactory(state=state)
    ObservationFactory(sheet__worksheet=worksheet, sheet__handed_in=True)
    JointObservationFactory(worksheet=worksheet)
    return worksheet


def test_a_round_goes_from_own_sheets_to_a_closed_joint_one_and_back_for_a_reason():
    initiative = InitiativeFactory()
    by = member(initiative, Role.LEAD_FACILITATOR)
    worksheet = worksheets.begin(initiative=initiative, by=by)
    ObservationFactory(sheet__worksheet=worksheet, sheet__handed_in=True)
    worksheets.move(worksheet=worksheet, name="join", by=by)
    JointObservationFactory(worksheet=worksheet)
    worksheets.move(worksheet=worksheet, name="close", by=by)
    with refused("note_missing"):
        worksheets.move(worksheet=worksheet, name="reopen", by=by)
    worksheets.move(worksheet=worksheet, name="reopen", by=by, note="A code is missing")

    assert [(move.name, move.after, move.by_name) for move in history_of(worksheet)] == [
        ("begin", "collecting", by.name),
        ("join", "joining", by.name),
        ("close", "closed", by.name),
        ("reopen", "joining", by.name),
    ]


def test_the_next_round_waits_for_the_one_before():
    worksheet = ready("joining")
    by = member(worksheet.initiative)
    with refused("worksheet_begun"):
        worksheets.begin(initiative=worksheet.initiative, by=by)
    worksheets.move(worksheet=worksheet, name="close", by=by)
    second = worksheets.begin(initiative=worksheet.initiative, by=by)
    assert (second.number, second.state) == (2, "collecting")
    with refused("worksheet_begun"):
        worksheets.move(worksheet=worksheet, name="reopen", by=by, note="Too late")
    assert Worksheet.objects.get(number=1).state == "closed"


def test_nothing_is_joined_that_nobody_has_handed_in():
    worksheet = WorksheetFactory()
    ObservationFactory(sheet__worksheet=worksheet)
    with refused("nothing_handed_in"):
        worksheets.move(worksheet=worksheet, name="join", by=member(worksheet.initiative))
    assert Worksheet.objects.get().state == "collecting"
    assert not history_of(worksheet).exists()


def test_an_empty_joint_sheet_is_not_closed():
    worksheet = WorksheetFactory(state="joining")
    with refused("joint_sheet_empty"):
        worksheets.move(worksheet=worksheet, name="close", by=member(worksheet.initiative))
    assert Worksheet.objects.get().state == "joining"


@pytest.mark.parametrize("name", PROCESS.steps)
@pytest.mark.parametrize("state", Worksheet.State.values)
def test_a_move_is_open_from_its_state_alone(name, state):
    worksheet = ready(state)
    by = member(worksheet.initiative)
    step = PROCESS.steps[name]
    if state in step.sources:
        moved = worksheets.move(worksheet=worksheet, name=name, by=by, note="Because")
        assert moved.state == step.target
    else:
        with refused("move_not_open"):
            worksheets.move(worksheet=worksheet, name=name, by=by, note="Because")


def test_an_administrator_writes_and_does_not_lead():
    worksheet = ready()
    by = member(worksheet.initiative, Role.ADMINISTRATOR)
    with pytest.raises(PermissionDenied):
        worksheets.begin(initiative=worksheet.initiative, by=by)
    with refused("move_not_yours"):
        worksheets.move(worksheet=worksheet, name="join", by=by)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_begin_at_once_one_does():
    initiative = InitiativeFactory()
    by = member(initiative)
    results = race(*[lambda: worksheets.begin(initiative=initiative, by=by)] * 6)
    assert problems(results) == ["worksheet_begun"] * 5
    assert Worksheet.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_a_correction_and_a_next_round_at_once_one_happens():
    worksheet = ready("closed")
    by = member(worksheet.initiative)
    results = race(
        lambda: worksheets.begin(initiative=worksheet.initiative, by=by),
        lambda: worksheets.move(worksheet=worksheet, name="reopen", by=by, note="A slip"),
    )
    assert problems(results) == ["worksheet_begun"]
    assert Worksheet.objects.exclude(state="closed").count() == 1
