"""Screens that follow the meeting: asked every other second, they are hardly ever sent anew."""

from django.shortcuts import render
from django.utils.cache import add_never_cache_headers, get_conditional_response

FOLLOWS = "X-Follow"


def quickly(unchanged):
    """Let `unchanged(request, **kwargs)` answer first: 304 for an idle poll, else None."""

    def decorate(view):
        view.unchanged = unchanged
        return view

    return decorate


def not_modified(request, mark):
    """304 if the page that polls shows `mark` already, else None."""
    return get_conditional_response(request, etag=f'"{mark}"') if is_poll(request) else None


def is_poll(request):
    return FOLLOWS in request.headers and request.method == "GET"


def follow(request, template, mark, context):
    """The page; to a poll its `live` fragment, or 304 when nothing changed.

    A poll says in the header X-Follow, and in If-None-Match, which mark it shows. `mark` is a
    text that changes with what the page shows, `context` is called only when the page is wanted.
    A form sent by script follows its redirect with the same header, and gets the fragment too.
    """
    if FOLLOWS not in request.headers:
        return render(request, template, {**context(), "mark": mark})
    unchanged = not_modified(request, mark)
    if unchanged:
        return unchanged
    response = render(request, f"{template}#live", {**context(), "mark": mark, "in_place": True})
    response["ETag"] = f'"{mark}"'
    add_never_cache_headers(response)
    return response
