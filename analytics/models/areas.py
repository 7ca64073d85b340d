"""The region of an initiative: which areas, which years, against which base (the Guide, I-1)."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST_YEAR = 1990  # the first year of the QCEW on NAICS codes

area_code = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9-]{1,39}\Z",
    _(
        "Write an area code, for example 39049 for a county, C1814 for a metropolitan area "
        "or US000."
    ),
)


class Region(models.Model):
    """Areas that act as one, the span of years, and the area they are compared with."""

    initiative = models.OneToOneField(
        "accounts.Initiative", on_delete=models.CASCADE, related_name="region"
    )
    name = models.CharField(_("name of the region"), max_length=120)
    by_activity = models.BooleanField(
        _("The activity clusters here"),
        default=False,
        help_text=_("Firms of the same industries, their suppliers and customers are close by."),
    )
    by_commute = models.BooleanField(
        _("People live and work here"),
        default=False,
        help_text=_("The areas share a labor pool: most who work in them commute inside them."),
    )
    reason = models.TextField(
        _("other reasons, in your words"),
        blank=True,
        help_text=_("What the areas have in common, and what was left out on purpose."),
    )
    base = models.CharField(
        _("compared with"), max_length=40, default="US000", validators=[area_code]
    )
    price_series = models.CharField(
        _("price index"),
        max_length=11,
        blank=True,
        help_text=_(
            "Puts the pay of the first year into dollars of the last. By default the index of the "
            "city that all areas lie in, else that of their Census region, else the nation's."
        ),
    )
    start_year = models.PositiveSmallIntegerField(_("first year"))
    end_year = models.PositiveSmallIntegerField(_("last year"))

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start_year__lt=models.F("end_year")),
                name="region_starts_before_it_ends",
                violation_error_message=_("The first year must be earlier than the last year."),
            ),
            models.CheckConstraint(
                condition=models.Q(start_year__gte=FIRST_YEAR),
                name="region_starts_with_the_records",
                violation_error_message=_("The records begin in 1990."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def area_codes(self):
        """The sorted codes of its areas."""
        return sorted(area.code for area in self.areas.all())

    @property
    def reasons(self):
        """Why these areas belong together, a sentence each."""
        chosen = [name for name in ("by_activity", "by_commute") if getattr(self, name)]
        sentences = [f"{self._meta.get_field(name).verbose_name}." for name in chosen]
        return [*sentences, self.reason] if self.reason else sentences


class RegionArea(models.Model):
    """One county, metropolitan area or state of a region."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="areas")
    code = models.CharField(_("area code"), max_length=40, validators=[area_code])

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "code"],
                name="area_once_per_region",
                violation_error_message=_("This area is in the region already."),
            )
        ]

    def __str__(self):
        return self.code

    @property
    def initiative(self):
        return self.region.initiative
