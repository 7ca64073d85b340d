"""Impossible worksheets, sheets and observations are refused by the database."""

import pytest
from django.db import IntegrityError
from django.utils import timezone

from tests.factories.analytics import (
    JointObservationFactory,
    ObservationFactory,
    OwnSheetFactory,
    SnapshotFactory,
    WorksheetFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ({"number": 1, "state": "closed"}, {"number": 1}),
        ({"number": 1, "state": "collecting"}, {"number": 2}),
        ({"number": 1, "state": "joining"}, {"number": 2}),
        ({"number": 1, "state": "closed"}, {"number": 0}),
        ({"number": 1, "state": "closed"}, {"number": 2, "state": "lost"}),
    ],
)
def test_rounds_are_counted_and_one_is_open_at_a_time(before, then):
    first = WorksheetFactory(**before)
    with pytest.raises(IntegrityError):
        WorksheetFactory(initiative=first.initiative, **then)


def test_after_a_closed_round_comes_the_next():
    first = WorksheetFactory(state="closed")
    assert str(WorksheetFactory(initiative=first.initiative, number=2)) == "Round 2"


def test_a_person_has_one_sheet_in_a_round():
    sheet = OwnSheetFactory()
    with pytest.raises(IntegrityError):
        OwnSheetFactory(worksheet=sheet.worksheet, owner=sheet.owner)


@pytest.mark.parametrize(
    "values", [{"state": "handed_in"}, {"handed_in_at": timezone.now()}, {"state": "lost"}]
)
def test_a_handed_in_sheet_has_its_time_and_no_other_has_one(values):
    with pytest.raises(IntegrityError):
        OwnSheetFactory(**values)


@pytest.mark.parametrize("make", [ObservationFactory, JointObservationFactory])
@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"question": "weather"},
        {"start_year": 2023},
        {"start_year": 1989},
        {"areas": ""},
        {"base": ""},
        {"snapshot_name": "Frozen"},
    ],
)
def test_an_observation_says_something_on_a_table_that_can_be(make, wrong):
    with pytest.raises(IntegrityError):
        make(**wrong)


@pytest.mark.parametrize("make", [ObservationFactory, JointObservationFactory])
def test_an_observation_names_an_industry_once(make):
    observation = make(codes=["3363", "3361"])
    assert observation.codes == ["3361", "3363"]
    assert observation.industries.first().initiative == observation.initiative
    with pytest.raises(IntegrityError):
        observation.industries.create(code="3361")


def test_the_name_of_a_frozen_table_stays_when_it_is_removed():
    snapshot = SnapshotFactory(name="Before the board met")
    observation = ObservationFactory(
        areas="", base="", snapshot=snapshot, snapshot_name=snapshot.name
    )
    snapshot.delete()
    observation.refresh_from_db()
    assert (observation.snapshot, observation.snapshot_name) == (None, "Before the board met")
