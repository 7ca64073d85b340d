"""What the base template needs on every page."""

from django.conf import settings


def place(request):
    """The initiative, the actor and their role, for the header and the menu."""
    initiative = getattr(request, "initiative", None)
    user = getattr(request, "user", None)
    role = user.role_in(initiative) if initiative and user and user.is_authenticated else None
    return {
        "initiative": initiative,
        "role": role,
        "link": getattr(request, "link", None),
        "demo": settings.DEMO,
    }
