"""The region of an initiative."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from analytics.models import Region
from core.access import may


@transaction.atomic
def save(*, initiative, by, name, reason, base, start_year, end_year, areas):
    """Choose the region, or change it; `areas` are codes. Clusters and data sets stay."""
    if not may(by, "analytics.change_region", initiative):
        raise PermissionDenied
    region, _made = Region.objects.update_or_create(
        initiative=initiative,
        defaults={
            "name": name,
            "reason": reason,
            "base": base,
            "start_year": start_year,
            "end_year": end_year,
        },
    )
    region.areas.exclude(code__in=areas).delete()
    for code in areas:
        region.areas.get_or_create(code=code)
    return region
