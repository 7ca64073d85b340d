"""The answers that every page with a chart gives beside itself: CSV, specification, picture."""

from django.http import Http404, HttpResponse, JsonResponse

from core import charts


def answer(request, kind, *, text, chart, name):
    """A file of that kind; `text` gives the CSV and `chart` the specification in shape and mode."""
    if kind == "csv":
        headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
        return HttpResponse(text(), content_type="text/csv; charset=utf-8", headers=headers)
    if kind == "json":
        return JsonResponse(chart(*look(request)))
    if kind == "svg":
        return HttpResponse(charts.svg(chart(*look(request))), content_type="image/svg+xml")
    raise Http404


def look(request):
    """The shape and the colours that the address asks for, else wide and light."""
    shape, mode = request.GET.get("shape"), request.GET.get("mode")
    return (
        shape if shape in charts.SHAPES else "wide",
        mode if mode in charts.MODES else "light",
    )
