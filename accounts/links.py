"""Personal links and passes: found by their signed token, revoked at once."""

from functools import cache

from django.core.signing import BadSignature
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Pass, PersonalLink
from accounts.models.people import LINK_LIFE
from core.statements import Statement, blank


def find(token):
    """The link or pass of a token with its person and initiative, or None if nobody issued it."""
    found = read(token)
    if found is None:
        return None
    kind, key = found
    return finding(kind).record(key=key)


@cache
def finding(kind):
    """Composed once: every request by link passes here."""
    keys = kind.objects.filter(key=blank("key")).order_by()
    return Statement(keys.select_related("person__initiative"))


def read(token):
    """(PersonalLink or Pass, key) of a token that we signed, else None."""
    for kind in (PersonalLink, Pass):
        try:
            return kind, kind.signer.unsign(token)
        except BadSignature:
            continue
    return None


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


def pass_for(*, person, place, expires_at):
    """A new pass to `place`, the beginning of the address behind the token."""
    return Pass.objects.create(person=person, place=place, expires_at=expires_at)


def revoke_pass(found):
    """Close a pass; the next request by it finds it closed."""
    Pass.objects.filter(pk=found.pk, revoked_at=None).update(revoked_at=timezone.now())
