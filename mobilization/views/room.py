"""The page of somebody in the room, by personal link: check in, write a card, place dots."""

from django.contrib import messages
from django.http import Http404
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import by_personal_link
from core.forms import stored
from mobilization.forms.cards import CardForm
from mobilization.models import Attendance, Dot
from mobilization.models.cards import Source
from mobilization.models.votes import Offer
from mobilization.presenters import room as presenter
from mobilization.queries import cards as card_queries
from mobilization.queries import marks
from mobilization.queries import meetings as queries
from mobilization.queries import votes as vote_queries
from mobilization.services import cards, meetings, receipts, votes
from mobilization.views.live import FOLLOWS, follow, is_poll, not_modified, quickly


def find_meeting(request, meeting):
    """The meeting if the person of the link has a seat in its group, else 404."""
    return or_404(queries.entered(request.actor, meeting))


def or_404(record):
    if record is None:
        raise Http404
    return record


def unchanged(request, token, meeting):
    """The answer to an idle poll, without reading who asks: only that their link is open."""
    versions = marks.of_phone(token, meeting) if is_poll(request) else None
    return not_modified(request, presenter.mark_of(*versions)) if versions else None


@quickly(unchanged)
@by_personal_link
def room(request, token, meeting):
    record = find_meeting(request, meeting)
    return follow(
        request,
        "mobilization/meetings/room.html",
        presenter.mark(record),
        lambda: room_of(request, record),
    )


def room_of(request, meeting):
    context = presenter.page(meeting, request.actor)
    if context["showing"] == "cards" and (not context["card"] or "change" in request.GET):
        context["form"] = CardForm(instance=card_queries.card_of(meeting, request.actor))
    return context


@by_personal_link
@require_POST
def arrive(request, token, meeting):
    meetings.check_in(
        meeting=find_meeting(request, meeting),
        person=request.actor,
        source=Attendance.Source.LINK,
        by=request.actor,
    )
    return redirect("room", token, meeting)


@by_personal_link
def own_card(request, token, meeting):
    """Stores the card; what cannot be stored comes back as it was typed."""
    if request.method != "POST":
        return redirect("room", token, meeting)
    record = find_meeting(request, meeting)
    form = CardForm(request.POST, instance=card_queries.card_of(record, request.actor))
    stored(form, write_once(request), meeting=record, person=request.actor)
    if form.is_valid():
        messages.success(request, _("Your card is stored. Only you can see it until it is read."))
        return redirect("room", token, meeting)
    context = presenter.page(record, request.actor) | {"form": form}
    mark = presenter.mark(record)
    return follow(request, "mobilization/meetings/room.html", mark, lambda: context)


def key_of(request):
    """The key that a script gave the form; none where the browser sent it itself."""
    return request.headers.get("Idempotency-Key", "")[:32]


def write_once(request):
    def write(**values):
        return receipts.once(
            key=key_of(request),
            action=cards.write,
            source=Source.PHONE,
            by=request.actor,
            by_pass=is_pass(request.link),
            **values,
        )

    return write


def is_pass(link):
    """Whether the phone was let in by the code, and holds no link of the person's own."""
    return bool(link.place)


@by_personal_link
@require_POST
def place_dot(request, token, meeting, requirement):
    def place(**values):
        return votes.cast(source=Dot.Source.PHONE, **values)

    return touch(request, meeting, requirement, place)


@by_personal_link
@require_POST
def take_dot_back(request, token, meeting, requirement):
    return touch(request, meeting, requirement, votes.take_back)


@by_personal_link
@require_POST
def own_offer(request, token, meeting, requirement):
    offer = offer_in(request)

    def say(**values):
        return votes.offer(offer=offer, **values)

    return touch(request, meeting, requirement, say)


def offer_in(request):
    """What the pressed button offers; "" takes it back."""
    offer = request.POST.get("offer", "")
    if offer and offer not in Offer:
        raise Http404
    return offer


def touch(request, meeting, pk, service):
    """Do `service` at one line of the ballot; to a script answer with that line alone."""
    requirement = or_404(vote_queries.requirement_in_room(request.actor, meeting, pk))
    record = requirement.meeting
    line = receipts.once(
        key=key_of(request),
        action=service,
        meeting=record,
        person=request.actor,
        requirement=requirement,
        by=request.actor,
        by_pass=is_pass(request.link),
    )
    shown = request.headers.get(FOLLOWS)
    if shown is None or line is None:
        url = reverse("room", args=[request.link.token, meeting])
        return redirect(f"{url}#requirement-{pk}")
    context = presenter.touched(record, requirement, line, shown)
    context["csrf_token"] = token_of(request)
    return render(request, "mobilization/room/dot.html", context)


def token_of(request):
    """The token that the form has brought, good for the next one too; else a new one."""
    return request.POST.get("csrfmiddlewaretoken") or get_token(request)
