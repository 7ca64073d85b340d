"""The initiative whose pages are looked at, one of its members, and its region with statistics."""

import pytest

from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import RegionFactory


@pytest.fixture
def initiative():
    return InitiativeFactory()


@pytest.fixture
def client(client, initiative):
    client.force_login(member(initiative))
    return client


@pytest.fixture
def region(initiative, invented):
    invented.load()
    return RegionFactory(initiative=initiative, areas=invented.areas)
