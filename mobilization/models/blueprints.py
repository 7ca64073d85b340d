"""The blueprint: the approved plans with the Leadership Group's statement (Part II, Step 7)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mobilization.models.groups import ClusterGroup


class Blueprint(models.Model):
    """The Leadership Group's statement for one cluster; the plans are those it has approved."""

    group = models.OneToOneField(ClusterGroup, on_delete=models.CASCADE, related_name="blueprint")
    statement = models.TextField(_("statement of the Leadership Group"), max_length=2000)
    signed_by = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, related_name="signed_blueprints"
    )
    signed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(statement=""),
                name="blueprint_has_a_statement",
                violation_error_message=_("Write the Leadership Group's statement."),
            )
        ]

    @property
    def initiative(self):
        return self.group.initiative
