"""Choosing the industries of a cluster: search, add, change the role, take out."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from clusters.forms import IndustrySearch, StudyForm
from clusters.presenters import picker
from clusters.services import definitions
from clusters.views.place import cluster_or_404
from core.access import requires
from core.problems import Problem


def page(request, slug, asked):
    """The context of the page; `asked` is what the search form was sent with."""
    wanted = IndustrySearch(asked).wanted()
    context = picker.page(cluster_or_404(request, slug), wanted)
    studies = StudyForm(initiative=request.initiative)
    return context | {"form": IndustrySearch(initial=wanted), "studies": studies}


@requires("clusters.change_cluster")
def industries(request, initiative, cluster):
    template = "clusters/industries.html#found" if request.htmx else "clusters/industries.html"
    response = render(request, template, page(request, cluster, request.GET))
    # The page and its fragment share an address: the browser's memory must tell them apart.
    patch_vary_headers(response, ["HX-Request"])
    return response


@requires("clusters.change_cluster")
@require_POST
def add(request, initiative, cluster, naics):
    said = _("%(naics)s was added.") % {"naics": naics}
    chosen = request.POST.get("role", "")
    return change(request, cluster, definitions.add_industry, said, naics=naics, role=chosen)


@requires("clusters.change_cluster")
@require_POST
def role(request, initiative, cluster, naics):
    said = _("The role of %(naics)s was changed.") % {"naics": naics}
    chosen = request.POST.get("role", "")
    return change(request, cluster, definitions.change_role, said, naics=naics, role=chosen)


@requires("clusters.change_cluster")
@require_POST
def remove(request, initiative, cluster, naics):
    said = _("%(naics)s was taken out.") % {"naics": naics}
    return change(request, cluster, definitions.remove_industry, said, naics=naics)


@requires("clusters.change_cluster")
@require_POST
def take_over(request, initiative, cluster):
    """Put the industries of a study into the cluster."""
    found = cluster_or_404(request, cluster)
    form = StudyForm(request.POST, initiative=request.initiative)
    if form.is_valid():
        count = definitions.take_over(cluster=found, by=request.actor, **form.cleaned_data)
        said = ngettext(
            "%(count)s industry of “%(study)s” was added; what was there already stays as it was.",
            "%(count)s industries of “%(study)s” were added; what was there already stays as it "
            "was.",
            count,
        )
        title = form.cleaned_data["study"].title
        messages.success(request, said % {"count": count, "study": title})
    else:
        messages.error(request, _("Choose a study and a role. Nothing was changed."))
    return redirect("cluster_industries", initiative, cluster)


def change(request, slug, service, said, **values):
    """Call the service, say what came of it and show the page, its search as it was."""
    try:
        service(cluster=cluster_or_404(request, slug), by=request.actor, **values)
        messages.success(request, said)
    except Problem as problem:
        messages.error(request, str(problem))
    if request.htmx:
        return render(request, "clusters/_changed.html", page(request, slug, request.POST))
    search = {name: request.POST.get(name, "") for name in ("q", "order")}
    address = reverse("cluster_industries", args=[request.initiative.slug, slug])
    return redirect(f"{address}?{urlencode(search)}")
