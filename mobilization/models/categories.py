"""The categories under which the recorder keeps the requirement list of Meeting 1."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from mobilization.models.meetings import Meeting

MOST_CATEGORIES = 9  # one figure key for each

# Those that every list begins with (the Guide, Part II, Step 4).
GUIDES_CATEGORIES = [
    _("Workforce"),
    _("Infrastructure"),
    _("Innovation and entrepreneurship"),
    _("Regulation and taxation"),
    _("Quality of life"),
    _("Other"),
]


class Category(models.Model):
    """One category of a meeting; its position is the figure key that files under it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="categories")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("category"), max_length=40)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"], name="category_position_taken_once"
            ),
            models.UniqueConstraint(
                "meeting",
                Lower("name"),
                name="category_name_once_per_meeting",
                violation_error_message=_("There is a category of this name already."),
            ),
            models.CheckConstraint(
                condition=models.Q(position__gte=1, position__lte=MOST_CATEGORIES),
                name="category_has_a_figure_key",
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="category_has_a_name"),
        ]

    def __str__(self):
        return self.name

    @property
    def initiative(self):
        return self.meeting.initiative
