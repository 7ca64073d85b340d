"""A file that was uploaded and whose columns somebody has to name before it can be imported."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from analytics.models.datasets import Dataset, Status


class Upload(models.Model):
    """The file as it came, what was said of it, and the data set that was made from it.

    The file waits in the warehouse under `key`; once imported it is kept untouched under its hash,
    beside the tidy file that was made from it.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    initiative = models.ForeignKey(
        "accounts.Initiative", on_delete=models.CASCADE, related_name="uploads"
    )
    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(max_length=64)
    status = models.CharField(max_length=10, choices=Status)
    note = models.TextField(blank=True)
    mapping = models.JSONField(default=dict, blank=True, help_text=_("What its columns hold."))
    dataset = models.ForeignKey(
        Dataset, null=True, blank=True, on_delete=models.CASCADE, related_name="uploads"
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.file_name
