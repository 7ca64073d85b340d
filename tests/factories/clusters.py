"""Clusters and their industries."""

import factory
from factory.django import DjangoModelFactory

from clusters.models import Briefing, Cluster, ClusterIndustry
from tests.factories.accounts import InitiativeFactory


class ClusterFactory(DjangoModelFactory):
    class Meta:
        model = Cluster

    initiative = factory.SubFactory(InitiativeFactory)
    slug = factory.Sequence(lambda n: f"cluster-{n}")
    name = factory.Sequence(lambda n: f"Cluster {n}")


class ClusterIndustryFactory(DjangoModelFactory):
    class Meta:
        model = ClusterIndustry

    cluster = factory.SubFactory(ClusterFactory)
    naics = "3345"
    role = ClusterIndustry.Role.EXPORT


class BriefingFactory(DjangoModelFactory):
    class Meta:
        model = Briefing

    cluster = factory.SubFactory(ClusterFactory)
