"""What the support team did in the room, step by step; each step can be undone."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import History
from mobilization.models.meetings import Meeting

# What was taken away for good is written down and never turned back.
FINAL = {"scan_removed"}


class Deed(History):
    """One step of lead or recorder. Append-only: what undoes a step is a row of its own.

    `changes` are [model, row before or None, row after or None]; `words` fill the sentence of
    `kind`; `part` is the part of the meeting in which it was done, and can be undone.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="deeds")
    kind = models.CharField(max_length=30)
    words = models.JSONField(default=dict, blank=True)
    part = models.CharField(max_length=15, choices=Meeting.State)
    changes = models.JSONField(default=list, blank=True)
    undoes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="undone_by"
    )
    by_name = models.CharField(max_length=200, help_text=_("The name at the time."))
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(by_name=""), name="deed_names_who_did_it"),
        ]

    @property
    def is_final(self):
        return self.kind in FINAL

    @property
    def initiative(self):
        return self.meeting.initiative
