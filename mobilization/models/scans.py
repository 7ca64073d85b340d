"""Photos and scans of paper: of a person's card, or of the flip chart of a team's plan."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mobilization.models.meetings import Meeting
from mobilization.models.teams import Team


class Scan(models.Model):
    """One page of paper as a JPEG. Whoever sends the same file again adds nothing.

    It is as private as the card, and shown to those who run the meeting alone.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="scans")
    person = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.CASCADE, related_name="scans"
    )
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="scans"
    )
    file = models.FileField(upload_to="scans/")
    sha256 = models.CharField(max_length=64, help_text=_("Of the file that was sent."))
    page = models.PositiveSmallIntegerField(default=1)
    added_at = models.DateTimeField(default=timezone.now)
    by_name = models.CharField(max_length=200, help_text=_("The name at the time."))

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, team=None)
                | models.Q(person=None, team__isnull=False),
                name="scan_of_a_card_or_a_flip_chart",
            ),
            models.UniqueConstraint(
                fields=["meeting", "person", "sha256", "page"],
                name="scan_of_a_card_kept_once",
            ),
            models.UniqueConstraint(
                fields=["meeting", "team", "sha256", "page"],
                name="scan_of_a_flip_chart_kept_once",
            ),
            models.CheckConstraint(
                condition=models.Q(page__gte=1), name="scan_counts_pages_from_one"
            ),
        ]

    def __str__(self):
        return self.filename

    @property
    def filename(self):
        """What the file is called in lists and on disk elsewhere; it names nobody."""
        return f"scan-{self.pk}.jpg"

    @property
    def initiative(self):
        return self.meeting.initiative
