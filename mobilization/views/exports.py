"""A meeting as files: results for the support team, names for the facilitators alone."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render

from core.access import may, requires
from core.spreadsheets import to_csv, to_xlsx
from mobilization.models.meetings import COUNTED, UNREAD
from mobilization.presenters import exports as presenter
from mobilization.presenters import records
from mobilization.presenters.meetings import TITLES
from mobilization.views.meetings import find_meeting

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires("mobilization.export_results")
def export(request, initiative, cluster, number):
    """Which files there are, for those who may have them."""
    record = find_meeting(request, cluster, number)
    context = {
        "meeting": record,
        "title": TITLES[record.number],
        "has_votes": presenter.has_votes(record),
        "is_counted": not presenter.has_votes(record) or record.state in COUNTED,
        "are_cards_read": record.state not in UNREAD,
        "may_export_names": may(request.actor, "mobilization.export_names", record),
    }
    return render(request, "mobilization/exports/export.html", context)


@requires("mobilization.export_results")
def export_results(request, initiative, cluster, number, format):
    """Totals and what the meeting came to. Raises Problem `dots_not_counted`."""
    record = find_meeting(request, cluster, number)
    if format == "json":
        return as_json(records.results_json(record), record, "results")
    return as_table(presenter.results_tables(record), record, "results", format)


@requires("mobilization.export_names")
def export_names(request, initiative, cluster, number, what, format):
    """Who came, ballots and cards of Meeting 1 with their people, or the record; at any time."""
    record = find_meeting(request, cluster, number)
    if (what, format) == ("record", "json"):
        return as_json(records.record_json(record), record, what)
    if what not in presenter.named(record):
        raise Http404
    return as_table(presenter.NAMED[what](record), record, what, format)


def as_table(tables, meeting, what, format):
    """The first table as CSV, or all of them as a workbook."""
    if format == "csv":
        text = to_csv(tables[0].heading, tables[0].rows)
        return HttpResponse(
            text,
            content_type="text/csv; charset=utf-8",
            headers=attachment(meeting, what, format),
        )
    if format != "xlsx":
        raise Http404
    headers = attachment(meeting, what, format)
    return HttpResponse(to_xlsx(tables), content_type=XLSX, headers=headers)


def as_json(facts, meeting, what):
    return JsonResponse(
        facts,
        json_dumps_params={"indent": 1, "ensure_ascii": False},
        headers=attachment(meeting, what, "json"),
    )


def attachment(meeting, what, format):
    """A file of its own name that no cache on the way keeps."""
    name = f"{meeting.group.cluster.slug}-meeting-{meeting.number}-{what}.{format}"
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }
