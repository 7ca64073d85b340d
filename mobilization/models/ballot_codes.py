"""The code on a person's paper ballot, by which it is entered once and for the right person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.codes import LENGTH, new_code
from mobilization.models.meetings import Meeting


class BallotCode(models.Model):
    """One person's paper ballot of a meeting. `entered_at` is empty until it was typed in."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="ballot_codes")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="ballot_codes"
    )
    code = models.CharField(max_length=LENGTH, default=new_code)
    entered_at = models.DateTimeField(null=True, blank=True)
    entered_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="one_paper_ballot_per_person_and_meeting"
            ),
            models.UniqueConstraint(
                fields=["meeting", "code"],
                name="ballot_code_once_per_meeting",
                violation_error_message=_("This code is on another ballot of the meeting."),
            ),
            models.CheckConstraint(
                condition=models.Q(entered_at__isnull=True, entered_by_name="")
                | models.Q(entered_at__isnull=False) & ~models.Q(entered_by_name=""),
                name="entered_ballot_names_who_typed_it",
            ),
        ]

    @property
    def initiative(self):
        return self.meeting.initiative
