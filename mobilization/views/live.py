"""Screens that follow the meeting: asked every other second, they are hardly ever sent anew."""

from django.shortcuts import render
from django.utils.cache import add_never_cache_headers, get_conditional_response

FOLLOWS = "X-Follow"


def follow(request, template, mark, context):
    """The page; to a poll (header X-Follow) its `live` fragment, or 304 when nothing changed.

    `mark` is a text that changes with what the page shows, `context` is called only when the page
    is wanted. A form sent by script follows its redirect with the same header, and gets the
    fragment too.
    """
    etag = f'"{mark}"'
    if FOLLOWS not in request.headers:
        return render(request, template, {**context(), "mark": mark})
    not_modified = get_conditional_response(request, etag=etag)
    if not_modified:
        return not_modified
    response = render(request, f"{template}#live", {**context(), "mark": mark, "in_place": True})
    response["ETag"] = etag
    add_never_cache_headers(response)
    return response
