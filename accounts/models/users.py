"""Accounts with a password: the support team."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager):
    def create_user(self, *, email, name, password=None):
        user = self.model(email=self.normalize_email(email), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """Somebody who signs in. People who come by personal link are `Person` and need none."""

    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)
    name = models.CharField(_("name"), max_length=120)
    is_active = models.BooleanField(default=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_whatever_its_case",
                violation_error_message=_("Somebody with this e-mail address has an account."),
            )
        ]

    def __str__(self):
        return self.name

    def role_in(self, initiative):
        """The role in the initiative's support team, or None; read once per request."""
        if not hasattr(self, "_roles"):
            self._roles = dict(self.memberships.values_list("initiative_id", "role"))
        return self._roles.get(initiative.pk)
