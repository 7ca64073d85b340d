"""Regions and data sets."""

import factory
from factory.django import DjangoModelFactory

from analytics.models import Dataset, DatasetSlice, Region, Snapshot, Study
from tests.factories.accounts import InitiativeFactory


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
