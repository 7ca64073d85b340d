"""Whether the group is comfortable with its priority areas (the Guide, Part II, Step 4)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mobilization.models.meetings import Meeting


class Comfort(models.Model):
    """The question, put to the whole room; asked again after the areas were changed.

    A question that was put by mistake is withdrawn: what was answered stays, and is not shown.
    """

    class Method(models.TextChoices):
        CONSENT = "consent", _("Consent")
        FIST = "fist", _("Fist of five")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="comforts")
    method = models.CharField(max_length=10, choices=Method)
    asked_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True) | models.Q(closed_at__isnull=False),
                name="withdrawn_question_is_closed",
            ),
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


class Said(models.Model):
    """How comfortable somebody is, as an answer to the question."""

    comfort = models.ForeignKey(Comfort, on_delete=models.CASCADE)
    level = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True

    @property
    def meeting(self):
        return self.comfort.meeting

    @property
    def initiative(self):
        return self.comfort.initiative


class ComfortAnswer(Said):
    """One person's answer by phone; nobody else is shown whose it is."""

    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="comfort_answers"
    )

    class Meta:
        default_related_name = "answers"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["comfort", "person"], name="one_answer_of_comfort"),
            models.CheckConstraint(condition=models.Q(level__lte=5), name="comfort_is_up_to_five"),
        ]


class Hands(Said):
    """Hands that were counted in the room for one level, without names."""

    count = models.PositiveSmallIntegerField()

    class Meta:
        default_related_name = "hands"
        ordering = ["-level"]
        constraints = [
            models.UniqueConstraint(fields=["comfort", "level"], name="hands_counted_per_level"),
            models.CheckConstraint(condition=models.Q(level__lte=5), name="hands_are_up_to_five"),
        ]
