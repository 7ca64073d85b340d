"""Observations on the NAICS table: of one person, and of the joint sheet."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from analytics.models.areas import FIRST_YEAR
from analytics.models.snapshots import Snapshot
from analytics.models.worksheets import OwnSheet, Worksheet


class Question(models.TextChoices):
    """The worksheet's questions; the first three are the Guide's."""

    GROWTH = "growth", _("Employment size and growth")
    EXPORT = "export", _("Export orientation")
    PAY = "pay", _("Wage level and growth")
    TOGETHER = "together", _("What belongs together")
    CHECK = "check", _("What surprises or needs checking")


class Observed(models.Model):
    """An observation and the state of the table that it was made on.

    That is the years, the areas, the base and the choices as the address has them, or a frozen
    table, which holds all of these itself.
    """

    question = models.CharField(_("question"), max_length=10, choices=Question)
    start_year = models.PositiveSmallIntegerField()
    end_year = models.PositiveSmallIntegerField()
    areas = models.TextField(blank=True, help_text=_("Their codes, ascending."))
    base = models.CharField(max_length=40, blank=True)
    query = models.TextField(blank=True, help_text=_("The choices, as the address has them."))
    snapshot = models.ForeignKey(
        Snapshot, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    snapshot_name = models.CharField(
        max_length=120, blank=True, help_text=_("Stays when the frozen table is removed.")
    )

    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="%(class)s_says_something"),
            models.CheckConstraint(
                condition=models.Q(question__in=["growth", "export", "pay", "together", "check"]),
                name="%(class)s_question_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(start_year__gte=FIRST_YEAR, start_year__lt=models.F("end_year")),
                name="%(class)s_spans_years_of_the_records",
            ),
            models.CheckConstraint(
                condition=~models.Q(areas="") & ~models.Q(base="") & models.Q(snapshot_name="")
                | models.Q(areas="", base="") & ~models.Q(snapshot_name=""),
                name="%(class)s_names_its_table",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def codes(self):
        """The 4-digit NAICS codes that it names, ascending."""
        return sorted(industry.code for industry in self.industries.all())


class JointObservation(Observed):
    """A line of the joint sheet. `version` counts its edits."""

    worksheet = models.ForeignKey(Worksheet, on_delete=models.CASCADE, related_name="lines")
    text = models.TextField(_("observation"), max_length=6000)
    version = models.PositiveIntegerField(default=1)
    edited_by_name = models.CharField(max_length=200)
    edited_at = models.DateTimeField(default=timezone.now)

    class Meta(Observed.Meta):
        pass

    @property
    def initiative(self):
        return self.worksheet.initiative


class Observation(Observed):
    """An observation of one person; the joint sheet takes it over once at most."""

    sheet = models.ForeignKey(OwnSheet, on_delete=models.CASCADE, related_name="observations")
    text = models.TextField(_("observation"), max_length=600)
    taken_into = models.ForeignKey(
        JointObservation, null=True, blank=True, on_delete=models.SET_NULL, related_name="sources"
    )

    class Meta(Observed.Meta):
        pass

    @property
    def initiative(self):
        return self.sheet.initiative


class ObservedIndustry(models.Model):
    """An industry that an observation names."""

    code = models.CharField(_("industry (4-digit NAICS)"), max_length=4)

    class Meta:
        abstract = True
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["observation", "code"], name="%(class)s_once")
        ]

    def __str__(self):
        return self.code

    @property
    def initiative(self):
        return self.observation.initiative


class ObservationIndustry(ObservedIndustry):
    observation = models.ForeignKey(
        Observation, on_delete=models.CASCADE, related_name="industries"
    )


class JointIndustry(ObservedIndustry):
    observation = models.ForeignKey(
        JointObservation, on_delete=models.CASCADE, related_name="industries"
    )
