"""Making initiatives and accounts."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Initiative, Membership, User
from core.access import ensure
from core.problems import Problem


@transaction.atomic
def create_initiative(*, slug, name, time_zone, email, manager_name, password):
    """Make an initiative and its first project manager; an existing account keeps its password.

    Raises Problem `slug_taken` or `password_weak`, ValidationError on an unknown time zone.
    """
    initiative = Initiative(slug=slug, name=name, time_zone=time_zone)
    initiative.clean_fields()
    try:
        with transaction.atomic():
            initiative.save()
    except IntegrityError:
        raise Problem("slug_taken", slug=slug) from None
    user = User.objects.filter(email__iexact=email).first() or create_user(
        email=email, name=manager_name, password=password
    )
    Membership.objects.create(initiative=initiative, user=user, role=Membership.Role.MANAGER)
    return initiative


@transaction.atomic
def write_office(*, initiative, office_address, office_phone, office_fax, by):
    """Write down where answers on paper go."""
    ensure(by, "accounts.change_office", initiative)
    Initiative.objects.filter(pk=initiative.pk).update(
        office_address=office_address, office_phone=office_phone, office_fax=office_fax
    )
    initiative.refresh_from_db()
    return initiative


def create_user(*, email, name, password):
    """Make an account. Raises Problem `password_weak`."""
    try:
        validate_password(password, User(email=email, name=name))
    except ValidationError as error:
        raise Problem("password_weak", reason=" ".join(error.messages)) from None
    return User.objects.create_user(email=email, name=name, password=password)
