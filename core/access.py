"""Who may enter a page. Every URL is denied unless one of these decorators says otherwise.

`accounts.middleware.Place` has read the initiative or the personal link from the URL before
the view runs: `request.initiative`, and `request.actor`, who is the signed-in user or the
person of the link.
"""

from functools import wraps

import rules
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied


def may(actor, permission, record):
    """True if `actor` holds `permission` on `record` (the record knows its initiative)."""
    return rules.has_perm(permission, actor, record)


def ensure(actor, permission, record):
    """Raise PermissionDenied unless `actor` holds `permission` on `record`."""
    if not may(actor, permission, record):
        raise PermissionDenied


def requires(permission):
    """Open the page to signed-in members of the initiative in the URL who hold `permission`."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            ensure(request.actor, permission, request.initiative)
            return view(request, *args, **kwargs)

        guarded.entry = permission
        return guarded

    return decorate


def by_personal_link(view):
    """Open the page to the holder of the personal link in the URL; no account is needed."""
    view.entry = "personal link"
    return login_not_required(view)


def open_to_all(view):
    """Open the page to the public."""
    view.entry = "public"
    return login_not_required(view)
