"""Regions and data sets."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from analytics.models import (
    Dataset,
    DatasetSlice,
    JointObservation,
    Observation,
    OwnSheet,
    Region,
    Snapshot,
    Study,
    Worksheet,
)
from tests.factories.accounts import InitiativeFactory, UserFactory


class RegionFactory(DjangoModelFactory):
    class Meta:
        model = Region
        skip_postgeneration_save = True

    initiative = factory.SubFactory(InitiativeFactory)
    name = "Invented region"
    start_year = 2016
    end_year = 2023

    @factory.post_generation
    def areas(self, create, extracted, **kwargs):
        for code in extracted or []:
            self.areas.create(code=code)


class DatasetFactory(DjangoModelFactory):
    class Meta:
        model = Dataset

    file_name = factory.Sequence(lambda n: f"file-{n}.csv")
    sha256 = factory.Sequence(lambda n: f"{n:064d}")
    layout = "qcew-annual"
    rows = 10


class DatasetSliceFactory(DjangoModelFactory):
    class Meta:
        model = DatasetSlice

    dataset = factory.SubFactory(DatasetFactory)
    area = "39049"
    year = 2016
    rows = 10
    status = "published"


class SnapshotFactory(DjangoModelFactory):
    class Meta:
        model = Snapshot

    initiative = factory.SubFactory(InitiativeFactory)
    name = factory.Sequence(lambda n: f"Frozen {n}")
    start_year = 2016
    end_year = 2023
    citation = factory.LazyFunction(lambda: [["Areas", "Franklin County, OH"]])


class StudyFactory(DjangoModelFactory):
    class Meta:
        model = Study
        skip_postgeneration_save = True

    initiative = factory.SubFactory(InitiativeFactory)
    title = factory.Sequence(lambda n: f"Study {n}")
    author = "State University"
    year = 2012
    revision = 2007

    @factory.post_generation
    def codes(self, create, extracted, **kwargs):
        for code in extracted or []:
            self.industries.create(code=code)


class WorksheetFactory(DjangoModelFactory):
    class Meta:
        model = Worksheet

    initiative = factory.SubFactory(InitiativeFactory)
    number = 1


class OwnSheetFactory(DjangoModelFactory):
    class Meta:
        model = OwnSheet

    worksheet = factory.SubFactory(WorksheetFactory)
    owner = factory.SubFactory(UserFactory)
    owner_name = factory.LazyAttribute(lambda sheet: sheet.owner.name)

    class Params:
        handed_in = factory.Trait(
            state="handed_in", handed_in_at=factory.LazyFunction(timezone.now)
        )


class ObservedFactory(DjangoModelFactory):
    """What own and joint observations share; `codes` are the industries that it names."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    question = "growth"
    text = factory.Sequence(lambda n: f"Seen {n}")
    start_year = 2016
    end_year = 2023
    areas = "39049"
    base = "US000"

    @factory.post_generation
    def codes(self, create, extracted, **kwargs):
        for code in extracted or []:
            self.industries.create(code=code)


class ObservationFactory(ObservedFactory):
    class Meta:
        model = Observation

    sheet = factory.SubFactory(OwnSheetFactory)


class JointObservationFactory(ObservedFactory):
    class Meta:
        model = JointObservation

    worksheet = factory.SubFactory(WorksheetFactory, state="joining")
    edited_by_name = "Robin"
