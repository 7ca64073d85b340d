"""The region of an initiative."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from analytics.models import Region
from analytics.sources import prices
from core.access import may


@transaction.atomic
def save(*, initiative, by, name, reason, base, start_year, end_year, areas, price_series=""):
    """Choose the region, or change it; `areas` are codes. Clusters and data sets stay.

    `price_series` is the id of a price index, '' for the one nearest to the areas. Raises Problem
    `no_price_series`.
    """
    if not may(by, "analytics.change_region", initiative):
        raise PermissionDenied
    if price_series:
        prices.series(price_series)
    region, _made = Region.objects.update_or_create(
        initiative=initiative,
        defaults={
            "name": name,
            "reason": reason,
            "base": base,
            "price_series": price_series,
            "start_year": start_year,
            "end_year": end_year,
        },
    )
    region.areas.exclude(code__in=areas).delete()
    for code in areas:
        region.areas.get_or_create(code=code)
    return region
