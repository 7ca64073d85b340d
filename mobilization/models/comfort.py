"""Whether the group is comfortable with its priority areas (the Guide, Part II, Step 4)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mobilization.models.meetings import Meeting


class Comfort(models.Model):
    """The question, put to the whole room; asked again after the areas were changed."""

    class Method(models.TextChoices):
        CONSENT = "consent", _("Consent")
        FIST = "fist", _("Fist of five")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="comforts")
    method = models.CharField(max_length=10, choices=Method)
    asked_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(closed_at__isnull=True),
                name="one_open_question_of_comfort",
            ),
            models.CheckConstraint(
                condition=models.Q(method__in=["consent", "fist"]),
                name="way_to_ask_comfort_is_known",
            ),
        ]

    @property
    def initiative(self):
        return self.meeting.initiative

    @property
    def levels(self):
        """What can be answered, the most comfortable first."""
        return LEVELS[self.method]


LEVELS = {Comfort.Method.CONSENT: (2, 1, 0), Comfort.Method.FIST: (5, 4, 3, 2, 1, 0)}


class ComfortAnswer(models.Model):
    """One person's answer by phone; nobody else is shown whose it is."""

    comfort = models.ForeignKey(Comfort, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="comfort_answers"
    )
    level = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["comfort", "person"], name="one_answer_of_comfort"),
            models.CheckConstraint(condition=models.Q(level__lte=5), name="comfort_is_up_to_five"),
        ]

    @property
    def meeting(self):
        return self.comfort.meeting

    @property
    def initiative(self):
        return self.comfort.initiative


class Hands(models.Model):
    """Hands that were counted in the room for one level, without names."""

    comfort = models.ForeignKey(Comfort, on_delete=models.CASCADE, related_name="hands")
    level = models.PositiveSmallIntegerField()
    count = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["-level"]
        constraints = [
            models.UniqueConstraint(fields=["comfort", "level"], name="hands_counted_per_level"),
            models.CheckConstraint(condition=models.Q(level__lte=5), name="hands_are_up_to_five"),
        ]

    @property
    def initiative(self):
        return self.comfort.initiative
