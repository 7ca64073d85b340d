"""Saying whether one comes to Meeting 2 or 3: by personal link, or by telephone to the office."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from core.access import by_personal_link, requires
from mobilization.forms.coming import RecordForm, ReplyForm
from mobilization.presenters import coming as presenter
from mobilization.presenters.meetings import address
from mobilization.queries import coming as queries
from mobilization.queries.meetings import people
from mobilization.services import coming
from mobilization.views.meetings import find_meeting
from mobilization.views.records import record_page


@by_personal_link
def personal_reply(request, token, meeting):
    record = get_object_or_404(queries.called(request.actor), pk=meeting)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = {"meeting": record, "person": request.actor, "by": request.actor}
        coming.answer(comes=form.cleaned_data["answer"] == "yes", **values)
        messages.success(request, _("Thank you. Your answer is kept; you can change it here."))
        return redirect("personal_reply", token, meeting)
    call = presenter.call(request.link, record)
    return render(request, "mobilization/coming/reply.html", {"call": call, "meeting": record})


@requires("mobilization.check_in")
def reply_record(request, initiative, cluster, number, person):
    """The support team writes down what came by telephone, letter or fax."""
    record = find_meeting(request, cluster, number)
    if number == 1:
        raise Http404
    who = get_object_or_404(people(record), pk=person)
    form = RecordForm(request.POST or None, initial={"comes": queries.said(record, who)})
    return record_page(
        request,
        form,
        coming.answer,
        name=who,
        back=address("desk", record),
        lead=presenter.record_lead(record),
        meeting=record,
        person=who,
    )
