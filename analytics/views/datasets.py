"""Data sets: what each changed; uploads, and the columns of those in no known layout."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from analytics import importer, presenters, queries, warehouse
from analytics.forms import MappingForm, UploadForm
from analytics.models import Upload
from analytics.presenters import changes as change_words
from analytics.presenters import uploads as words
from analytics.services import datasets
from analytics.sources import mapping as proposals
from analytics.views.place import dataset_or_404, upload_or_404
from core.access import requires
from core.problems import Problem


@requires("analytics.view_data")
@require_GET
def dataset(request, initiative, dataset):
    """A data set: what it holds, what it changed when it was imported, where it comes from."""
    found = dataset_or_404(request, dataset)
    changes = queries.changes_by(found, request.initiative)
    context = {
        "dataset": found,
        "holds": presenters.holds(found, queries.whole_years(request.initiative)),
        "facts": presenters.origin(found),
        "sentences": change_words.sentences(changes),
        "rows": change_words.rows(changes),
    }
    return render(request, "analytics/data/dataset.html", context)


@requires("analytics.import_data")
def dataset_upload(request, initiative):
    """Take a file; a job imports it, or its columns are named first."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = datasets.upload(initiative=request.initiative, by=request.actor, **form.cleaned_data)
        if isinstance(made, Upload):
            return redirect("dataset_columns", request.initiative.slug, made.key)
        return redirect("job", request.initiative.slug, made.pk)
    return render(request, "analytics/data/upload.html", {"form": form})


@requires("analytics.import_data")
def dataset_columns(request, initiative, upload):
    """Say what the columns of a file hold, look at the preview, and import it."""
    found = upload_or_404(request, upload)
    if found.dataset:
        messages.info(request, _("%(file)s was imported already.") % {"file": found.file_name})
        return redirect("data_home", initiative)
    try:
        grid = read(found, request.POST.get("sheet", ""))
    except Problem as problem:
        return render(request, "analytics/data/columns.html", {"upload": found, "problem": problem})
    form = MappingForm(typed(request, grid), grid=grid, initiative=request.initiative)
    context = {"upload": found, "form": form, "grid": grid, **looked_at(form, grid)}
    if "import" in request.POST and context["may_import"]:
        job = datasets.import_mapped(
            upload=found, mapping=form.mapping(), sheet=grid.sheet, by=request.actor
        )
        return redirect("job", initiative, job.pk)
    return render(request, "analytics/data/columns.html", context)


def read(upload, sheet):
    return importer.grid_of(warehouse.upload_path(upload.key), upload.file_name, sheet)


def typed(request, grid):
    """What was said of the columns; a first proposal before, and when the headings move."""
    if request.method == "POST" and "again" not in request.POST:
        return request.POST
    given = request.POST.get("header", "")
    moved = given.isdecimal() and request.POST.get("sheet", grid.sheet) == request.POST.get("shown")
    line = int(given) if moved and 0 < int(given) <= len(grid.lines) else None
    return MappingForm.typed(proposals.guess(grid, line or proposals.header_line(grid)), grid.sheet)


def looked_at(form, grid):
    """The columns, what is still missing, and the preview as soon as nothing is."""
    valid = form.is_valid()
    header = form.cleaned_data.get("header") or 1
    header = min(header, len(grid.lines))
    context = {"columns": words.columns(grid, header, form), "may_import": False}
    if not valid:
        return context
    mapping = form.mapping()
    faults = mapping.faults()
    if faults:
        return context | {"missing": [words.missing(*fault) for fault in faults]}
    result = importer.rows_of(grid, mapping, form.initiative)
    return context | {
        "preview": words.preview(result, grid, header),
        "may_import": bool(result.rows) and not result.faults,
    }
