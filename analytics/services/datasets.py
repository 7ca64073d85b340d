"""Data sets that come as uploads."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from analytics import warehouse
from core import jobs
from core.access import may


@transaction.atomic
def upload(*, initiative, by, file, status, note):
    """Keep the uploaded file and ask for its import; returns the job."""
    if not may(by, "analytics.import_data", initiative):
        raise PermissionDenied
    token, sha256 = warehouse.take_in(file.chunks())
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
