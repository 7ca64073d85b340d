"""Joining by the code, from the public side of the door, and the recorder's answer."""

from allauth.core import ratelimit
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import by_personal_link, open_to_all, requires
from core.forms import stored
from core.problems import Problem
from mobilization.forms.guests import GuestForm, LetInForm
from mobilization.presenters import guests as presenter
from mobilization.presenters.meetings import address
from mobilization.queries import guests as queries
from mobilization.queries import meetings
from mobilization.services import guests as services
from mobilization.views.live import follow
from mobilization.views.meetings import find_meeting
from mobilization.views.room import find_meeting as find_own_meeting

AT_THE_DOOR = "at_the_door"  # the session's key: keys of the guests who knocked with the phone
ON_THIS_PHONE = "on_this_phone"  # the session's key: [{"name", "url"}] of whoever shares the phone


@open_to_all
def join(request, code=""):
    """The code and who you are. A wrong code tells nothing, too many from one address neither.

    Only the answer says whether there is such a meeting: a page that is only looked at tries no
    code, so nobody guesses past the limit.
    """
    form = GuestForm(request.POST or None, initial={"code": code})
    meeting = meeting_by(request, form)
    keys = request.session.get(AT_THE_DOOR, [])
    guest = stored(form, services.knock, beside="code", meeting=meeting, keys=keys)
    if guest:
        request.session[AT_THE_DOOR] = [*(key for key in keys if key != guest.key), guest.key]
        return redirect("door", guest.key)
    context = {
        "form": form,
        "shared": request.session.get(ON_THIS_PHONE, []),
        "waiting": queries.waiting(keys) if keys else [],
    }
    return render(request, "mobilization/guests/join.html", context)


def meeting_by(request, form):
    """The meeting of the code that was sent; where there is none, the form says so, too."""
    if not form.is_bound or "code" in form.errors:
        return None
    found = meeting_of(request, form.cleaned_data.pop("code"))
    if found is None:
        form.add_error("code", str(Problem("no_such_code")))
    return found


def meeting_of(request, code):
    """The meeting with the code, or None; after too many wrong ones None for a right one, too."""
    if not ratelimit.consume(request, action="wrong_code", dry_run=True):
        return None
    found = queries.meeting_of(code)
    if found is None:
        ratelimit.consume(request, action="wrong_code")
    return found


@open_to_all
def door(request, guest):
    """Wait here; whoever is let in goes on to the room."""
    found = get_object_or_404(queries.guests(), key=guest)
    if found.state == found.State.LET_IN:
        url = presenter.room_of(found)
        share(request, found.person.name, url)
        return redirect(url)
    showing = presenter.showing_at_the_door(found)
    context = {"guest": found, "meeting": found.meeting, "showing": showing}
    return follow(request, "mobilization/guests/door.html", showing, lambda: context)


def share(request, name, url):
    """Remember who else uses this phone, so that each finds the way back to their own page."""
    others = [row for row in request.session.get(ON_THIS_PHONE, []) if row["url"] != url]
    request.session[ON_THIS_PHONE] = [*others, {"name": name, "url": url}]


@by_personal_link
@require_POST
def lend(request, token, meeting):
    """Somebody else joins with the phone of whoever holds this link."""
    found = find_own_meeting(request, meeting)
    share(request, request.actor.name, presenter.room_address(token, found))
    return redirect("join_meeting", found.code) if found.code else redirect("join")


# --- The recorder ---------------------------------------------------------------------------


def find_guest(request, cluster, number, guest):
    return get_object_or_404(queries.of(find_meeting(request, cluster, number)), pk=guest)


@requires("mobilization.run_meeting")
@require_POST
def guest_let_in(request, initiative, cluster, number, guest):
    found = find_guest(request, cluster, number, guest)
    form = LetInForm(request.POST, people=meetings.people(found.meeting))
    if stored(form, services.let_in, guest=found, by=request.actor):
        said = _("%(name)s is let in.") % {"name": found.person.name}
        messages.success(request, said)
    for errors in form.errors.values():
        messages.error(request, " ".join(errors))
    return redirect(address("console", found.meeting))


@requires("mobilization.run_meeting")
@require_POST
def guest_turn_away(request, initiative, cluster, number, guest):
    found = find_guest(request, cluster, number, guest)
    services.turn_away(guest=found, by=request.actor)
    return redirect(address("console", found.meeting))


@requires("mobilization.run_meeting")
@require_POST
def guest_call_back(request, initiative, cluster, number, guest):
    found = find_guest(request, cluster, number, guest)
    services.call_back(guest=found, by=request.actor)
    return redirect(address("console", found.meeting))
