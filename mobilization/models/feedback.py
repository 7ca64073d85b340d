"""What the group and the Leadership Group say of a team's plan, and the team's answers."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mobilization.models.meetings import Meeting
from mobilization.models.teams import Team


class Feedback(models.Model):
    """One line of a team's flip chart, or one word of the Leadership Group; answered once."""

    class Source(models.TextChoices):
        ROOM = "room", _("From the meeting")
        LEADERSHIP = "leadership", _("From the Leadership Group")

    class Kind(models.TextChoices):
        QUESTION = "question", _("Question")
        SUGGESTION = "suggestion", _("Suggestion")
        MISSING = "missing", _("What is missing")

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="feedback")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="feedback")
    source = models.CharField(max_length=10, choices=Source)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    text = models.CharField(_("what was said"), max_length=400)
    given_by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(_("answer"), max_length=600, blank=True)
    answered_by_name = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="feedback_says_something"),
            models.CheckConstraint(
                condition=models.Q(source__in=["room", "leadership"]),
                name="feedback_source_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["question", "suggestion", "missing"]),
                name="feedback_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True, answer="", answered_by_name="")
                | models.Q(answered_at__isnull=False)
                & ~models.Q(answer="")
                & ~models.Q(answered_by_name=""),
                name="answered_feedback_has_its_answer",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def initiative(self):
        return self.team.initiative
