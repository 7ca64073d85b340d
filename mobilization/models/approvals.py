"""The Leadership Group's one decision on a version of a plan (the Guide, Part II, Step 6)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mobilization.models.plans import PlanVersion


class Decision(models.Model):
    """Approved, or withheld until numbered conditions are met; bound to one version."""

    class Kind(models.TextChoices):
        APPROVED = "approved", _("Approved")
        WITHHELD = "withheld", _("Withheld")

    version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="decision")
    kind = models.CharField(max_length=10, choices=Kind)
    recorded_by = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, related_name="recorded_decisions"
    )
    members_present = models.ManyToManyField("accounts.Person", related_name="decisions_attended")
    decided_at = models.DateTimeField(default=timezone.now)
    voided_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When an edit of the plan voided it.")
    )

    class Meta:
        ordering = ["decided_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["approved", "withheld"]),
                name="decision_kind_is_known",
            )
        ]

    @property
    def initiative(self):
        return self.version.initiative


class Condition(models.Model):
    """One numbered condition of a withheld plan."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="conditions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(_("condition"), max_length=300)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "number"], name="condition_number_once_per_decision"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="conditions_count_from_one"
            ),
        ]

    @property
    def initiative(self):
        return self.decision.initiative
