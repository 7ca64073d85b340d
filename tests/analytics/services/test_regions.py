"""The region is chosen, and changed without losing anything."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from analytics.models import Region
from analytics.services import regions
from core.workflow import history_of
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


def test_each_change_leaves_a_row_of_who_and_what():
    initiative = InitiativeFactory()
    manager = member(initiative)
    chosen = {"initiative": initiative, "by": manager, "start_year": 2016, "end_year": 2023}
    region = regions.save(**chosen, **VALUES, areas=["39041", "39049"], by_commute=True)
    [choice] = history_of(region)
    assert (choice.name, choice.note) == ("choose", "39041 39049")
    regions.save(**chosen, **VALUES, areas=["39049", "39041"], by_commute=True)
    assert history_of(region).count() == 1  # nothing new, nothing written
    changed = chosen | {"end_year": 2022}
    regions.save(**changed, **VALUES, areas=["39049", "39045"], by_commute=True, by_activity=True)
    rows = history_of(region)[1:]
    assert [(row.name, row.before, row.after, row.note, row.by) for row in rows] == [
        ("take_areas_out", "", "", "39041", manager),
        ("add_areas", "", "", "39045", manager),
        ("years", "2016-2023", "2016-2022", "", manager),
        ("why", "by_commute", "by_activity by_commute", "", manager),
    ]


def test_a_part_of_the_region_never_counts_twice():
    initiative = InitiativeFactory()
    values = {"initiative": initiative, "by": member(initiative), **VALUES}
    with refused("areas_overlap"):
        regions.save(**values, start_year=2016, end_year=2023, areas=["39049", "C1814"])
    assert not Region.objects.exists()


def test_the_old_number_of_a_county_becomes_its_new_one():
    initiative = InitiativeFactory()
    values = {"initiative": initiative, "by": member(initiative), **VALUES, "base": "46113"}
    region = regions.save(**values, start_year=2010, end_year=2023, areas=["46113", "46102"])
    assert (region.area_codes, region.base) == (["46102"], "46102")


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
