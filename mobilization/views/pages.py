"""A page that holds one form."""

from django.shortcuts import render


def form_page(
    request, form, *, title, button, back, lead="", template="mobilization/form.html", **more
):
    """The form with its heading, its one button, the address `back`, and what a template adds."""
    context = {"form": form, "title": title, "lead": lead, "button": button, "back": back}
    return render(request, template, context | more)
