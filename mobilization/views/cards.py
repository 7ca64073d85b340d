"""Cards typed by the recorder from paper."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from core.access import requires
from core.forms import stored
from mobilization.forms.cards import PaperCardForm
from mobilization.models.cards import Source
from mobilization.presenters.meetings import address
from mobilization.queries import cards as queries
from mobilization.queries import meetings, scans
from mobilization.services import cards as services
from mobilization.views.meetings import find_meeting
from mobilization.views.pages import form_page


@requires("mobilization.run_meeting")
def paper_card(request, initiative, cluster, number, person):
    """A card from paper; one from a phone is private until it is read, so it is not found.

    Where another recorder stored one meanwhile, both stand on the page.
    """
    record = find_meeting(request, cluster, number)
    guest = get_object_or_404(meetings.present(record), pk=person)
    card = queries.card_of(record, guest)
    if card and card.source == Source.PHONE and request.method != "POST":
        raise Http404
    form = PaperCardForm(request.POST or None, instance=None if request.POST else card)
    written = stored(
        form,
        services.write,
        meeting=record,
        person=guest,
        source=Source.PAPER,
        by=request.actor,
    )
    if written:
        messages.success(request, _("The card of %(name)s is stored.") % {"name": guest.name})
        return redirect("console", initiative, cluster, number)
    stands = queries.card_of(record, guest) if form.non_field_errors() else None
    if stands and stands.source == Source.PAPER:
        form.compare_with(stands)
    return form_page(
        request,
        form,
        title=_("Card of %(name)s") % {"name": guest.name},
        lead=_("Type what stands on the paper."),
        button=_("Store the card"),
        back=address("console", record),
        template="mobilization/meetings/paper_card.html",
        meeting=record,
        person=guest,
        scans=scans.of_card(record, guest),
    )
