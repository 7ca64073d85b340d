"""Saying by personal link whether one comes to Meeting 2 or 3."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from core.access import by_personal_link
from mobilization.forms.coming import ReplyForm
from mobilization.presenters import coming as presenter
from mobilization.queries import coming as queries
from mobilization.services import coming


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
