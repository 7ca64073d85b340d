"""The record in the address; another initiative's is not found."""

from django.shortcuts import get_object_or_404

from analytics import queries


def study_or_404(request, key):
    """The initiative's study."""
    return get_object_or_404(queries.studies_of(request.initiative), pk=key)


def upload_or_404(request, key):
    """The initiative's uploaded file."""
    return get_object_or_404(queries.uploads_of(request.initiative), key=key)


def dataset_or_404(request, key):
    """A data set that the initiative computes with."""
    return get_object_or_404(queries.datasets_seen_by(request.initiative), key=key)


def worksheet_or_404(request, number):
    """The initiative's round of the observations worksheet."""
    return get_object_or_404(queries.worksheets_of(request.initiative), number=number)
