"""What the records of those who are written to have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WrittenTo(models.Model):
    """One person's letter and answer; each kind has its own `state`, LISTED before the letter.

    `sent` without `sent_at` means that the letter was handed to the mail server and the worker
    stopped before it heard back: the letter may or may not have arrived.
    """

    sent_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text=_("When the mail server took the letter, or it was posted."),
    )
    reminded_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        abstract = True
