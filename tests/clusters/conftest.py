"""An initiative whose region has data: invented in every clone, real where it is."""

import pytest

from tests.factories.analytics import RegionFactory
from tests.factories.clusters import ClusterFactory, ClusterIndustryFactory


@pytest.fixture
def region(invented):
    """A region with the invented statistics imported."""
    invented.load()
    return RegionFactory(areas=invented.areas, initiative__slug="here", name="Riverland")


@pytest.fixture
def cluster_of(region):
    """cluster_of("3254 6113", name="Health"): a cluster of the region's initiative."""

    def make(codes="", **values):
        cluster = ClusterFactory(initiative=region.initiative, **values)
        for code in codes.split():
            ClusterIndustryFactory(cluster=cluster, naics=code)
        return cluster

    return make
