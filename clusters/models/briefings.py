"""What the figures cannot say of a cluster: the region's own words in its briefing paper."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clusters.models.definitions import Cluster


class Briefing(models.Model):
    """Sections IV to VI of the briefing paper (the Guide, Part II, Step 2), from interviews."""

    cluster = models.OneToOneField(Cluster, on_delete=models.CASCADE, related_name="briefing")
    evolution = models.TextField(
        _("evolution"),
        max_length=6000,
        blank=True,
        help_text=_(
            "Which forces from outside changed the cluster, and what holds or draws its "
            "employers to the region?"
        ),
    )
    potential = models.TextField(
        _("potential and requirements"),
        max_length=6000,
        blank=True,
        help_text=_("What could the cluster be in some years, and what does it take?"),
    )
    opportunities = models.TextField(
        _("collaborative opportunities"),
        max_length=6000,
        blank=True,
        help_text=_(
            "On what could employers, colleges, workforce boards and development agencies "
            "work together?"
        ),
    )
    written_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return str(self.cluster)

    @property
    def initiative(self):
        return self.cluster.initiative
