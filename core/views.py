"""Pages that belong to no single app: health, jobs, documents, the gallery, the demo's outbox."""

from django.conf import settings
from django.db import connection
from django.http import FileResponse, Http404, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from core import health, jobs
from core.access import may, open_to_all, requires
from core.gallery import gallery_context
from core.models import Job, OutboxMessage


@open_to_all
@require_GET
def healthz(request):
    """200 when database, warehouse and queue are usable, else 503 naming what is not."""
    broken = health.what_is_broken(connection)
    status = "ok" if not broken else "unusable: " + ", ".join(broken)
    return JsonResponse({"status": status}, status=503 if broken else 200)


def csrf_failure(request, reason=""):
    """A form whose token has gone stale: nothing was stored, and the page says so."""
    return render(request, "csrf.html", status=403)


@requires("accounts.enter")
def job(request, initiative, job_id):
    """The page of a job: waiting with progress, ready, or failed with what to do."""
    record = find_job(request, job_id)
    template = "jobs/job.html#state" if request.htmx else "jobs/job.html"
    response = render(request, template, {"job": record, "kind": jobs.kinds[record.kind]})
    if request.htmx and record.finished_at:
        response.status_code = 286  # htmx stops polling
    return response


@requires("accounts.enter")
def document_file(request, initiative, job_id):
    """The PDF of a finished document."""
    return send_document(find_job(request, job_id))


def find_job(request, job_id):
    """The job if it belongs to this place and the actor may see its kind, else 404."""
    record = get_object_or_404(Job, pk=job_id, place=request.initiative.slug)
    subject = record.subject or request.initiative
    if not may(request.actor, jobs.kinds[record.kind].permission, subject):
        raise Http404
    return record


def send_document(record):
    document = getattr(record, "document", None)
    if document is None or record.state != Job.State.READY:
        raise Http404
    return FileResponse(
        document.file.open("rb"),
        content_type="application/pdf",
        filename=f"{document.title}.pdf",
    )


@open_to_all
def gallery(request):
    """Every component, in every state, on one page."""
    return render(request, "gallery.html", gallery_context())


@open_to_all
def outbox(request):
    """The demo's mail. There is no such page outside the demo."""
    if not settings.DEMO:
        raise Http404
    return render(request, "outbox.html", {"messages_sent": OutboxMessage.objects.all()[:200]})
