"""Clusters: all of them, one of them, and defining them."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clusters.forms import ClusterForm, NewClusterForm
from clusters.presenters import pages
from clusters.services import definitions
from clusters.views.place import cluster_or_404
from core.access import may, requires
from core.forms import stored


@requires("clusters.view_cluster")
def cluster_list(request, initiative):
    """The summary table and the bubble chart of all clusters."""
    page = pages.cluster_list(request.initiative)
    return render(request, "clusters/list.html", page | rights(request))


@requires("clusters.view_cluster")
def cluster_detail(request, initiative, cluster):
    """One cluster: its table, what has to be said of it, where its figures come from."""
    found = cluster_or_404(request, cluster)
    return render(request, "clusters/detail.html", pages.cluster_detail(found) | rights(request))


def rights(request):
    return {"may_change": may(request.actor, "clusters.change_cluster", request.initiative)}


@requires("clusters.change_cluster")
def cluster_new(request, initiative):
    named = request.GET.getlist("naics")
    form = NewClusterForm(request.POST or None, initiative=request.initiative, naics=named)
    cluster = stored(
        form, definitions.define, beside="name", initiative=request.initiative, by=request.actor
    )
    if cluster:
        return redirect("cluster_industries", initiative, cluster.slug)
    return render(request, "clusters/form.html", {"form": form})


@requires("clusters.change_cluster")
def cluster_edit(request, initiative, cluster):
    found = cluster_or_404(request, cluster)
    form = ClusterForm(request.POST or None, initial=vars(found))
    changed = stored(form, definitions.rename, beside="name", cluster=found, by=request.actor)
    if changed:
        return redirect("cluster_detail", initiative, cluster)
    return render(request, "clusters/form.html", {"form": form, "cluster": found})


@requires("clusters.change_cluster")
@require_POST
def cluster_delete(request, initiative, cluster):
    found = cluster_or_404(request, cluster)
    definitions.delete(cluster=found, by=request.actor)
    messages.success(request, _("“%(cluster)s” was deleted.") % {"cluster": found.name})
    return redirect("cluster_list", initiative)
