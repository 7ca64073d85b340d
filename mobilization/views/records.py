"""Pages that store an answer: the invitee's own, and the support team's for what came otherwise."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.forms import stored
from mobilization.views.pages import form_page


def record_page(request, form, answer, *, name, back, lead="", answers="", **context):
    """Store the answer of `name` by the service `answer`, or show the form.

    `context` goes to both: the record that the service is about, and for the page the process
    whose history it shows, under a link back to the list `answers`.
    """
    process = context.pop("process", None)
    if stored(form, answer, by=request.actor, **context):
        messages.success(request, _("The answer of %(name)s is stored.") % {"name": name})
        return redirect(back)
    usual = _("For an answer that came by telephone, letter or fax. The list shows your name.")
    return form_page(
        request,
        form,
        title=_("Answer of %(name)s") % {"name": name},
        lead=lead or usual,
        button=_("Record the answer"),
        back=back,
        template="mobilization/record.html" if process else "mobilization/form.html",
        answers=answers,
        process=process,
        **context,
    )


def answer_page(request, form_class, answer, *, invitation, context, template):
    """Store the invitee's own answer by the service `answer`, or show how the invitation stands.

    Opening the page changes nothing, so a mail scanner answers for nobody.
    """
    form = form_class(request.POST or None, initial={"note": invitation.note})
    if stored(form, answer, invitation=invitation, by=request.actor):
        return redirect(request.path)
    return render(request, template, context(invitation) | {"form": form})
