"""The initiative: everything starts from it, and nothing passes from one to another."""

from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


def known_time_zone(name):
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone such as America/New_York."),
            params={"name": name},
        )


class Initiative(models.Model):
    """One region's run through the process (the Guide, Part II)."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        default="America/New_York",
        validators=[known_time_zone],
    )
    purpose = models.TextField(_("purpose"), blank=True)
    # Where answers on paper go; printed on reply forms.
    office_address = models.TextField(_("address"), max_length=400, blank=True)
    office_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    office_fax = models.CharField(_("fax"), max_length=40, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("overview", args=[self.slug])

    @property
    def initiative(self):
        """Permissions ask any record for its initiative; this one is it."""
        return self

    @property
    def zone(self):
        return ZoneInfo(self.time_zone)


class Membership(models.Model):
    """A user's role in the support team of one initiative (the Guide, II-1)."""

    class Role(models.TextChoices):
        MANAGER = "manager", _("Project manager")
        LEAD_FACILITATOR = "lead_facilitator", _("Lead facilitator")
        RECORDER = "recorder", _("Recorder")
        ADMINISTRATOR = "administrator", _("Administrator")

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)

    class Meta:
        ordering = ["initiative", "role", "user__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "user"],
                name="one_role_per_user_and_initiative",
                violation_error_message=_("This person is in the support team already."),
            ),
            models.CheckConstraint(
                condition=models.Q(
                    role__in=[
                        "manager",
                        "lead_facilitator",
                        "recorder",
                        "administrator",
                    ]
                ),
                name="membership_role_is_known",
            ),
        ]

    def __str__(self):
        return f"{self.user} ({self.get_role_display()})"
