"""Personal links: found by their signed token, issued once per person, revoked at once."""

from django.core.signing import BadSignature
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import PersonalLink
from accounts.models.people import LINK_LIFE, signer


def find(token):
    """The link of a token with its person and initiative, or None if nobody issued it."""
    try:
        key = signer.unsign(token)
    except BadSignature:
        return None
    links = PersonalLink.objects.select_related("person__initiative", "person__organisation")
    return links.filter(key=key).first()


def for_person(person):
    """The person's open link, made on first need and again once it has expired."""
    open_links = PersonalLink.objects.filter(person=person, revoked_at=None)
    open_links.filter(expires_at__lte=timezone.now()).update(revoked_at=timezone.now())
    try:
        with transaction.atomic():
            link, _made = open_links.get_or_create(
                defaults={"person": person, "expires_at": timezone.now() + LINK_LIFE}
            )
    except IntegrityError:  # made by somebody else between the look and the insert
        link = open_links.get()
    return link


def revoke(*, person):
    """Close the person's open link; the next letter carries a new one. True if one was open."""
    open_links = PersonalLink.objects.filter(person=person, revoked_at=None)
    return bool(open_links.update(revoked_at=timezone.now()))
