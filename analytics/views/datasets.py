"""Uploads."""

from django.shortcuts import redirect, render

from analytics.forms import UploadForm
from analytics.services import datasets
from core.access import requires


@requires("analytics.import_data")
def dataset_upload(request, initiative):
    """Take a file; a job imports it."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        job = datasets.upload(initiative=request.initiative, by=request.actor, **form.cleaned_data)
        return redirect("job", request.initiative.slug, job.pk)
    return render(request, "analytics/data/upload.html", {"form": form})
