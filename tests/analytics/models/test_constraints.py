"""Impossible states are impossible in the database."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from analytics.models import Dataset, RegionArea
from tests.factories.accounts import InitiativeFactory
from tests.factories.analytics import (
    DatasetFactory,
    DatasetSliceFactory,
    RegionFactory,
    StudyFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "years",
    [
        {"start_year": 2020, "end_year": 2020},
        {"start_year": 2021, "end_year": 2020},
        {"start_year": 1989},
    ],
)
def test_a_region_spans_years_of_the_records(years):
    with pytest.raises(IntegrityError):
        RegionFactory(**years)


def test_an_area_stands_once_in_a_region():
    region = RegionFactory(areas=["39049"])
    with pytest.raises(IntegrityError):
        RegionArea.objects.create(region=region, code="39049")


def test_the_codes_of_a_region_are_sorted_and_know_their_initiative():
    region = RegionFactory(areas=["39049", "39041"])
    assert region.area_codes == ["39041", "39049"]
    assert region.areas.first().initiative == region.initiative


def test_an_initiative_has_one_region():
    region = RegionFactory()
    with pytest.raises(IntegrityError):
        RegionFactory(initiative=region.initiative)


def test_the_same_file_stands_once_on_the_server():
    dataset = DatasetFactory()
    with pytest.raises(IntegrityError):
        DatasetFactory(sha256=dataset.sha256)


def test_the_same_file_stands_once_in_an_initiative_and_beside_it_on_the_server():
    initiative = InitiativeFactory()
    dataset = DatasetFactory(initiative=initiative)
    DatasetFactory(sha256=dataset.sha256)
    DatasetFactory(sha256=dataset.sha256, initiative=InitiativeFactory())
    with pytest.raises(IntegrityError):
        DatasetFactory(sha256=dataset.sha256, initiative=initiative)


@pytest.mark.parametrize("values", [{"status": "estimate"}, {"status": "guess", "note": "By hand"}])
def test_an_estimate_says_how_it_was_made(values):
    with pytest.raises(IntegrityError):
        DatasetFactory(**values)


@pytest.mark.parametrize("values", [{"status": "estimate"}, {"status": "guess", "note": "By hand"}])
def test_an_estimated_slice_says_how_it_was_made(values):
    with pytest.raises(IntegrityError):
        DatasetSliceFactory(**values)


def test_an_area_and_year_stand_once_in_a_data_set():
    held = DatasetSliceFactory()
    with pytest.raises(IntegrityError):
        DatasetSliceFactory(dataset=held.dataset)


@pytest.mark.parametrize("code", ["39 049", "a", "-1", "x" * 41])
def test_area_codes_are_checked(code):
    with pytest.raises(ValidationError):
        RegionArea(region=RegionFactory(), code=code).full_clean()


def test_an_initiative_sees_the_data_sets_of_the_server_and_its_own():
    ours, theirs = InitiativeFactory(), InitiativeFactory()
    everyones, own, other = (DatasetFactory(initiative=place) for place in (None, ours, theirs))
    assert set(Dataset.objects.seen_by(ours)) == {everyones, own}
    assert set(Dataset.objects.seen_by(None)) == {everyones}
    assert other.ordinal > own.ordinal > everyones.ordinal


@pytest.mark.parametrize("values", [{"revision": 2010}, {"year": 1989}])
def test_a_study_is_of_a_year_and_a_revision_that_there_are(values):
    with pytest.raises(IntegrityError):
        StudyFactory(**values)


def test_a_study_names_a_code_once_and_stands_once():
    study = StudyFactory(codes=["3254"])
    assert study.industries.get().initiative == study.initiative
    with pytest.raises(IntegrityError), transaction.atomic():
        study.industries.create(code="3254")
