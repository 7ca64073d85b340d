"""The demo's start page: pick a person and go in with one click. Nowhere else but in the demo."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts import links
from core.access import open_to_all
from mobilization.demo.cast import PARTS
from mobilization.queries import demo


def only_in_the_demo():
    if not settings.DEMO:
        raise Http404


@open_to_all
def start(request):
    only_in_the_demo()
    context = {
        "accounts": [part for part in PARTS if part.has_account],
        "people": [part for part in PARTS if not part.has_account],
        "loaded": demo.initiative() is not None,
    }
    return render(request, "demo/start.html", context)


@open_to_all
@require_POST
def enter(request, part):
    """Sign in as a member of the support team, or follow somebody's personal link."""
    only_in_the_demo()
    chosen = next((known for known in PARTS if known.key == part), None)
    who = chosen and (demo.account_of(chosen) or demo.person_of(chosen))
    if who is None:
        raise Http404
    if not chosen.has_account:
        return redirect("personal_home", links.for_person(who).token)
    login(request, who, backend="allauth.account.auth_backends.AuthenticationBackend")
    return redirect(demo.initiative())
