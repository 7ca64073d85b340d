"""The region is chosen, and changed without losing anything."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from analytics.models import Region
from analytics.services import regions
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import RegionFactory
from tests.refusals import refused

pytestmark = pytest.mark.django_db

VALUES = {"name": "Region", "reason": "Commuters", "base": "US000"}


def test_a_region_is_chosen_once_and_then_changed():
    initiative = InitiativeFactory()
    manager = member(initiative)
    first = regions.save(
        initiative=initiative, by=manager, start_year=2016, end_year=2023, areas=["39049"], **VALUES
    )
    second = regions.save(
        initiative=initiative,
        by=manager,
        start_year=2010,
        end_year=2020,
        areas=["39041", "39049"],
        **VALUES,
    )
    assert first == second
    region = Region.objects.get()
    assert region.area_codes == ["39041", "39049"]
    assert (region.start_year, region.end_year, region.reason) == (2010, 2020, "Commuters")


def test_an_unknown_price_index_changes_nothing():
    region = RegionFactory(areas=["39049"])
    with refused("no_price_series"):
        regions.save(
            initiative=region.initiative,
            by=member(region.initiative),
            start_year=2010,
            end_year=2020,
            areas=[],
            price_series="CPI",
            **VALUES,
        )
    region.refresh_from_db()
    assert (region.start_year, region.price_series, region.area_codes) == (2016, "", ["39049"])


@pytest.mark.parametrize("role", ["lead_facilitator", "recorder", "administrator"])
def test_only_the_manager_changes_it(role):
    region = RegionFactory(areas=["39049"])
    with pytest.raises(PermissionDenied):
        regions.save(
            initiative=region.initiative,
            by=member(region.initiative, Membership.Role(role)),
            start_year=2010,
            end_year=2020,
            areas=[],
            **VALUES,
        )
    assert region.area_codes == ["39049"]
