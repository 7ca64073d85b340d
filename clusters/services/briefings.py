"""The region's own words in the briefing paper."""

from django.db import transaction

from clusters.models import Briefing
from core.access import ensure


@transaction.atomic
def write(*, cluster, evolution, potential, opportunities, by):
    """Store the words of sections IV to VI; an empty one leaves its section marked as a draft."""
    ensure(by, "clusters.change_cluster", cluster)
    briefing, _made = Briefing.objects.update_or_create(
        cluster=cluster,
        defaults={"evolution": evolution, "potential": potential, "opportunities": opportunities},
    )
    return briefing
