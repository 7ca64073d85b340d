"""A NAICS table frozen under a name: later imports change nothing in it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Snapshot(models.Model):
    """The name, the citation and the choices of a frozen table; its rows are in the warehouse."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    initiative = models.ForeignKey(
        "accounts.Initiative", on_delete=models.CASCADE, related_name="snapshots"
    )
    name = models.CharField(_("name"), max_length=120)
    start_year = models.PositiveSmallIntegerField(_("first year"))
    end_year = models.PositiveSmallIntegerField(_("last year"))
    query = models.TextField(blank=True, help_text=_("The choices, as the address has them."))
    citation = models.JSONField(help_text=_("Pairs of a label and a text."))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField(_("frozen"), default=timezone.now)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "name"],
                name="snapshot_name_once_per_initiative",
                violation_error_message=_("A frozen table of that name is there already."),
            )
        ]

    def __str__(self):
        return self.name
