"""The start page: sign in, or go on to one's initiatives."""

from django.conf import settings
from django.shortcuts import redirect, render

from core.access import open_to_all


@open_to_all
def home(request):
    """Visitors sign in; a member of one initiative goes straight to it, of several chooses."""
    if not request.user.is_authenticated:
        return redirect("demo_start" if settings.DEMO else "account_login")
    memberships = list(request.user.memberships.select_related("initiative"))
    if len(memberships) == 1:
        return redirect(memberships[0].initiative)
    return render(request, "accounts/home.html", {"memberships": memberships})
