"""Priority areas: a layer over the requirements that leaves every ballot as it was cast."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mobilization.models.cards import Requirement
from mobilization.models.meetings import Meeting


class Priority(models.Model):
    """A priority area that the group agreed on."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="priorities")
    name = models.CharField(_("name"), max_length=120)
    passed_over = models.BooleanField(default=False)  # nobody championed it when it was its turn

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = _("priorities")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "name"],
                name="priority_name_once_per_meeting",
                violation_error_message=_("There is a priority area with this name already."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def initiative(self):
        return self.meeting.initiative


class PriorityRequirement(models.Model):
    """A requirement's place in a priority area; it has at most one."""

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="places")
    requirement = models.OneToOneField(
        Requirement, on_delete=models.CASCADE, related_name="priority_place"
    )

    @property
    def initiative(self):
        return self.priority.initiative
