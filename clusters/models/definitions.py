"""A cluster of opportunity: industries grouped by role (the Guide, Part I, Step 6)."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Cluster(models.Model):
    """A named set of 4-digit industries of one initiative's region."""

    initiative = models.ForeignKey(
        "accounts.Initiative", on_delete=models.CASCADE, related_name="clusters"
    )
    slug = models.SlugField(max_length=60)
    name = models.CharField(_("name"), max_length=80)
    description = models.TextField(_("what holds it together"), blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "slug"],
                name="cluster_slug_once_per_initiative",
                violation_error_message=_("There is a cluster with this name already."),
            ),
            models.UniqueConstraint(
                "initiative",
                Lower("name"),
                name="cluster_name_once_per_initiative",
                violation_error_message=_("There is a cluster with this name already."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def codes(self):
        """The 4-digit NAICS codes, ascending."""
        return sorted(industry.naics for industry in self.industries.all())


class ClusterIndustry(models.Model):
    """One industry of a cluster and the role that it plays there."""

    class Role(models.TextChoices):
        EXPORT = "export", _("Export-oriented")
        POPULATION = "population", _("Population-serving")
        SUPPORT = "support", _("Support")

    cluster = models.ForeignKey(Cluster, on_delete=models.CASCADE, related_name="industries")
    naics = models.CharField(_("industry (4-digit NAICS)"), max_length=4)
    role = models.CharField(_("role"), max_length=10, choices=Role)

    class Meta:
        ordering = ["naics"]
        constraints = [
            models.UniqueConstraint(
                fields=["cluster", "naics"],
                name="industry_once_per_cluster",
                violation_error_message=_("This industry is in the cluster already."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=["export", "population", "support"]),
                name="cluster_industry_role_is_known",
            ),
        ]

    def __str__(self):
        return self.naics

    @property
    def initiative(self):
        return self.cluster.initiative
