"""A page that holds one form."""

from django.shortcuts import render


def form_page(
    request, form, *, title, button, back, lead="", template="mobilization/form.html", **more
):
    """The form with its heading, its one button, the address `back`, and what a template adds."""
    context = {"form": form, "title": title, "lead": lead, "button": button, "back": back}
    return render(request, template, context | more)


def origin(request, page):
    """The name of the page to go back to: `page`, or the console where the form stood there."""
    return "console" if request.POST.get("from") == "console" else page
