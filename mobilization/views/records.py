"""The page on which the support team writes down what came by telephone, letter or fax."""

from django.contrib import messages
from django.shortcuts import redirect
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
