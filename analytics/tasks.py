"""The job that imports an upload."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Initiative
from analytics import importer, warehouse
from analytics.presenters.figures import number
from core.problems import Problem


def import_upload(job, report):
    """Import the upload of the job's arguments for its initiative, however often it is begun."""
    initiative = Initiative.objects.get(slug=job.place)
    path = warehouse.upload_path(job.arguments["token"])
    known = importer.find(job.arguments["sha256"], initiative)
    results = [importer.Outcome(known, new=False)] if known else take(path, job, initiative, report)
    path.unlink(missing_ok=True)
    return ready(job, results)


def import_mapped(job, report):
    """Import the upload that is the job's subject by its mapping, however often it is begun."""
    upload = job.subject
    outcome = importer.import_mapped(
        upload, report=lambda percent, step: report(percent, steps()[step])
    )
    warehouse.upload_path(upload.key).unlink(missing_ok=True)
    return ready(job, [outcome])


def ready(job, results):
    return {
        "lines": [line for result in results for line in lines_of(result)],
        "url": reverse("data_home", args=[job.place]),
        "link": _("See the data sets"),
    }


def steps():
    """{step of an import: what the waiting page says of it}"""
    return {
        "check": _("Checking every row"),
        "write": _("Writing the numbers"),
        "record": _("Recording what was imported"),
    }


def take(path, job, initiative, report):
    """Import the file, or the members of an archive: a list of Outcomes and Problems.

    Raises Problem where nothing could be imported; a refused file is not kept.
    """
    if not path.exists():
        raise Problem("upload_gone", file=job.arguments["file_name"])
    words = steps()
    found = importer.import_each(
        path,
        file_name=job.arguments["file_name"],
        limit=settings.UPLOAD_LIMIT,
        status=job.arguments["status"],
        note=job.arguments["note"],
        initiative=initiative,
        by=job.requested_by,
        report=lambda percent, step: report(percent, words[step]),
    )
    results = [result for _name, result in found]
    if not any(isinstance(result, importer.Outcome) for result in results):
        path.unlink(missing_ok=True)
        raise next((r for r in results if not isinstance(r, importer.Unrecognised)), results[0])
    return results


def lines_of(result):
    """What the ready page says of one file."""
    if isinstance(result, Problem):
        return [str(result)]
    dataset = result.dataset
    if not result.new:
        return [
            _("%(file)s was imported already. Nothing was changed.") % {"file": dataset.file_name}
        ]
    rows = ngettext("%(rows)s row", "%(rows)s rows", dataset.rows) % {"rows": number(dataset.rows)}
    lines = [_("%(file)s: %(rows)s imported.") % {"file": dataset.file_name, "rows": rows}]
    if dataset.refused_rows:
        lines.append(
            ngettext(
                "%(count)s row was left out: totals over government or size classes.",
                "%(count)s rows were left out: totals over government or size classes.",
                dataset.refused_rows,
            )
            % {"count": number(dataset.refused_rows)}
        )
    return lines
