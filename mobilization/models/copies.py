"""The copies of a plan for everybody in Meeting 2 or 3 (the Guide, Part II, Steps 5 and 6)."""

from django.db import models

from mobilization.models.meetings import Meeting
from mobilization.models.plans import Plan


class Copies(models.Model):
    """Somebody has said that a plan's copies are ready; they are those of one `version`.

    Where the plan has another version by now, they are out of date and count as not ready.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="copies")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="copies")
    version = models.PositiveIntegerField()
    ready_at = models.DateTimeField()
    ready_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "meeting"], name="copies_once_per_plan_and_meeting"
            ),
            models.CheckConstraint(
                condition=models.Q(version__gte=1) & ~models.Q(ready_by_name=""),
                name="copies_are_of_a_version_and_somebody_says_so",
            ),
        ]

    @property
    def initiative(self):
        return self.plan.initiative
