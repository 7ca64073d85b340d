"""The figures of clusters as files: the chart's specification and picture, and tables."""

from django.http import HttpResponse, JsonResponse

from clusters import charts, queries
from clusters.presenters import files
from clusters.views.place import cluster_or_404
from core.access import requires


@requires("clusters.view_cluster")
def bubble(request, initiative):
    """The bubble chart's specification, which the page draws."""
    return JsonResponse(specification(request))


@requires("clusters.view_cluster")
def bubble_svg(request, initiative):
    """The bubble chart as a picture."""
    picture = charts.svg(specification(request))
    return HttpResponse(picture, content_type="image/svg+xml")


def specification(request):
    """The chart in the shape and the colours that the address asks for, else wide and light."""
    shape, mode = request.GET.get("shape"), request.GET.get("mode")
    summary = queries.cluster_summary(request.initiative)
    return charts.bubble(
        summary,
        queries.base_name(summary.region),
        shape if shape in charts.SHAPES else "wide",
        mode if mode in charts.MODES else "light",
    )


@requires("clusters.view_cluster")
def summary_csv(request, initiative):
    """The summary of all clusters, numbers unrounded."""
    summary = queries.cluster_summary(request.initiative)
    return attachment(files.summary_csv(summary), f"{initiative}-clusters.csv")


@requires("clusters.view_cluster")
def table_csv(request, initiative, cluster):
    """The industries of one cluster and their total, numbers unrounded."""
    table = queries.cluster_table(cluster_or_404(request, cluster))
    return attachment(files.table_csv(table), f"{initiative}-{cluster}.csv")


def attachment(text, name):
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)
