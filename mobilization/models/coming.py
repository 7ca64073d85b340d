"""Who comes to Meeting 2 or 3; to the first meeting people are invited by letter."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mobilization.models.meetings import Meeting


class Reply(models.Model):
    """What a person said last of coming to a later meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="replies")
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="replies")
    comes = models.BooleanField(_("comes"))
    at = models.DateTimeField(default=timezone.now)
    recorded_by_name = models.CharField(
        max_length=200, blank=True, help_text=_("Who wrote down an answer that came by telephone.")
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="one_reply_per_meeting")
        ]

    @property
    def initiative(self):
        return self.meeting.initiative
