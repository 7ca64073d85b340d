"""Data sets: taken in as uploads, checked against what was recorded of them, taken out again."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from analytics import importer, warehouse
from analytics.models import Upload
from core import jobs
from core.access import may


@transaction.atomic
def import_mapped(*, upload, mapping, sheet, by):
    """Import an upload whose columns were named by a `mapping.Mapping`; returns the job."""
    if not may(by, "analytics.import_data", upload.initiative):
        raise PermissionDenied
    upload.mapping = importer.as_json(mapping, sheet)
    upload.save(update_fields=["mapping"])
    return jobs.request("import_mapped", place=upload.initiative.slug, by=by, subject=upload)


@transaction.atomic
def upload(*, initiative, by, file, status, note):
    """Keep the uploaded file and ask for its import; returns the job.

    Of a table in no known layout the columns have to be named first: returns the Upload.
    """
    if not may(by, "analytics.import_data", initiative):
        raise PermissionDenied
    with importer.room_for(file.name):
        token, sha256 = warehouse.take_in(file.chunks())
    if importer.needs_mapping(warehouse.upload_path(token), file.name):
        return Upload.objects.create(
            key=token,
            initiative=initiative,
            file_name=file.name[-255:],
            sha256=sha256,
            status=status,
            note=note,
            uploaded_by=by,
        )
    return jobs.request(
        "import",
        place=initiative.slug,
        by=by,
        subject=None,
        token=token,
        sha256=sha256,
        file_name=file.name,
        status=status,
        note=note,
    )


def verify(*, dataset):
    """The codes of what is wrong with a data set's files; an empty list where they are whole.

    `raw_changed`: the raw file is gone or is not the one that its hash names. `tidy_missing`,
    `tidy_unreadable`, `tidy_changed`: the file that tables are made of, read to its end, has not
    the rows, jobs and wages that were recorded on import.
    """
    raw = [] if warehouse.raw_is_whole(dataset.sha256) else ["raw_changed"]
    return [*raw, *tidy_faults(dataset)]


def tidy_faults(dataset):
    path = warehouse.tidy_path(dataset.key)
    if not path.exists():
        return ["tidy_missing"]
    try:
        found = warehouse.totals(path)
    except warehouse.Unreadable:
        return ["tidy_unreadable"]
    # Data sets imported before totals were recorded have their rows to be checked by.
    recorded = warehouse.Totals(
        dataset.rows,
        found.employment if dataset.employment is None else dataset.employment,
        found.wages if dataset.wages is None else dataset.wages,
    )
    return [] if found.agree(recorded) else ["tidy_changed"]


@transaction.atomic
def remove(*, dataset, by):
    """Take a data set out: its row, its tidy file, and its raw one unless others rest on it.

    Where an older data set holds the same cells, they count again. `by` is None for whoever runs
    the server; a person must be allowed to import for the initiative that it belongs to.
    """
    if by is not None and not may(by, "analytics.import_data", dataset.initiative):
        raise PermissionDenied
    key = dataset.key
    hashes = [dataset.sha256, *dataset.uploads.values_list("sha256", flat=True)]
    dataset.delete()
    transaction.on_commit(lambda: discard(key, hashes))


def discard(key, hashes):
    warehouse.discard(key)
    held = importer.raw_hashes()
    for sha256 in hashes:
        if sha256 not in held:
            warehouse.discard_raw(sha256)
