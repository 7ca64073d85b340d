"""People and organisations of an initiative, and the personal links that let them in."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.core.signing import Signer
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

LINK_LIFE = timedelta(days=400)
signer = Signer(sep=".", salt="accounts.personal-link")
pass_signer = Signer(sep=".", salt="accounts.pass")


def new_key():
    return secrets.token_urlsafe(16)


class Organisation(models.Model):
    """An employer, agency, college or other body that people speak for."""

    class Size(models.TextChoices):
        SMALL = "small", _("Small")
        LARGE = "large", _("Large")

    initiative = models.ForeignKey(
        "accounts.Initiative", on_delete=models.CASCADE, related_name="organisations"
    )
    name = models.CharField(_("name"), max_length=160)
    industry = models.CharField(
        _("industry (4-digit NAICS)"),
        max_length=4,
        blank=True,
        validators=[RegexValidator(r"^\d{4}$", _("Write four digits, for example 3345."))],
    )
    size = models.CharField(_("size"), max_length=10, choices=Size, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "initiative",
                name="organisation_once_per_initiative",
                violation_error_message=_("This organization is listed already."),
            )
        ]

    def __str__(self):
        return self.name


class Person(models.Model):
    """Somebody of the region. Comes by personal link, needs no account."""

    initiative = models.ForeignKey(
        "accounts.Initiative", on_delete=models.CASCADE, related_name="people"
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    title = models.CharField(_("position"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="people",
    )

    class Meta:
        ordering = ["name"]
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                "initiative",
                condition=~models.Q(email=""),
                name="email_once_per_initiative",
                violation_error_message=_("Somebody with this e-mail address is listed already."),
            )
        ]

    def __str__(self):
        return self.name


class Key(models.Model):
    """A person's key. The address is signed, so the database alone opens no door."""

    class Standing(models.TextChoices):
        OPEN = "open", _("Open")
        EXPIRED = "expired", _("Expired")
        REVOKED = "revoked", _("Revoked")

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    key = models.CharField(max_length=24, unique=True, default=new_key)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @cached_property
    def token(self):
        return self.signer.sign(self.key)

    @property
    def standing(self):
        if self.expires_at <= timezone.now():
            return self.Standing.EXPIRED
        return self.Standing.REVOKED if self.revoked_at else self.Standing.OPEN


class PersonalLink(Key):
    """The key to everything that waits for a person; it stands in their letters."""

    signer = signer
    place = ""

    class Meta:
        default_related_name = "links"
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(revoked_at__isnull=True),
                name="one_open_link_per_person",
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")),
                name="link_expires_after_it_was_made",
            ),
        ]

    def url(self, name="personal_home", *args):
        """The full address for a letter or a QR code."""
        return settings.PUBLIC_URL + reverse(name, args=[self.token, *args])


class Pass(Key):
    """A key for one day and to one `place`: the beginning of the address behind the token."""

    signer = pass_signer
    place = models.CharField(max_length=60)

    class Meta:
        default_related_name = "passes"
        verbose_name_plural = _("passes")
        constraints = [
            models.CheckConstraint(condition=~models.Q(place=""), name="pass_leads_to_one_place")
        ]
