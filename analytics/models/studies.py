"""Earlier studies of the region's clusters, with the industries they name (the Guide, I-1)."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from analytics.models.areas import FIRST_YEAR

REVISIONS = (2002, 2007, 2012, 2017, 2022)  # of NAICS


class Study(models.Model):
    """Who studied what, where it can be read, and on which revision of NAICS its codes stand."""

    initiative = models.ForeignKey(
        "accounts.Initiative", on_delete=models.CASCADE, related_name="studies"
    )
    title = models.CharField(_("title"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"))
    author = models.CharField(_("who made it"), max_length=200)
    link = models.URLField(_("link"), max_length=500, blank=True)
    revision = models.PositiveSmallIntegerField(
        _("revision of NAICS"), choices=[(year, f"NAICS {year}") for year in REVISIONS]
    )
    notes = models.TextField(
        _("notes"),
        blank=True,
        help_text=_("Which clusters it found, for which region, and what came of it."),
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    added_at = models.DateTimeField(_("added"), default=timezone.now)

    class Meta:
        ordering = ["-year", "title", "pk"]
        verbose_name_plural = "studies"
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "title", "year"],
                name="study_once_per_initiative",
                violation_error_message=_("This study is in the list already."),
            ),
            models.CheckConstraint(
                condition=models.Q(revision__in=REVISIONS), name="study_revision_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(year__gte=FIRST_YEAR), name="study_of_years_with_records"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def codes(self):
        """The codes it names, ascending; of two to six digits, or a range of sectors."""
        return sorted(industry.code for industry in self.industries.all())


class StudyIndustry(models.Model):
    """One code that a study names."""

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="industries")
    code = models.CharField(max_length=6)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["study", "code"], name="code_once_per_study")
        ]

    def __str__(self):
        return self.code

    @property
    def initiative(self):
        return self.study.initiative
