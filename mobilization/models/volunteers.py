"""Who volunteers for a priority area, before and after it has a team (Part II, Step 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mobilization.models.priorities import Priority


class Volunteer(models.Model):
    """Somebody who came forward for an area. Everybody in the room sees the name."""

    class Way(models.TextChoices):
        FLOOR = "floor", _("From the floor")
        NAMED = "named", _("Asked by name")

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="volunteers")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="volunteered"
    )
    way = models.CharField(max_length=10, choices=Way, default=Way.FLOOR)
    could_champion = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["priority", "person"], name="volunteers_once_for_an_area"
            ),
            models.CheckConstraint(
                condition=models.Q(way__in=["floor", "named"]), name="way_to_volunteer_is_known"
            ),
        ]

    @property
    def initiative(self):
        return self.priority.initiative
