"""The cluster in the address."""

from django.shortcuts import get_object_or_404

from clusters import queries


def cluster_or_404(request, slug):
    """The initiative's cluster at that address; another initiative's is not found."""
    return get_object_or_404(queries.clusters_of(request.initiative), slug=slug)
