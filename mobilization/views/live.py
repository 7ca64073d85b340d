"""Pages that follow the room: a fragment is fetched every few seconds, and rarely sent."""

from django.http import HttpResponse
from django.shortcuts import render


def live(request, template, context):
    """The page; to a poll, its `live` fragment, or 204 when nothing has changed.

    The poll says which `part` it shows and which version it has `seen`. A page that shows a part
    which is over gets a notice with the way on, and keeps what is typed; a page without a form
    (`follow`) is loaded anew.
    """
    if not request.htmx:
        return render(request, template, context)
    if request.GET.get("seen") == context["version"]:
        return HttpResponse(status=204)
    moved = request.GET.get("showing") not in {None, context["showing"]}
    if moved and request.GET.get("follow"):
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, f"{template}#live", {**context, "moved": moved})
