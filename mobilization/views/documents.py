"""The documents of an initiative: which exist, making them, reading them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clusters.services import briefings
from core.access import by_personal_link, may, requires
from core.views import send_document
from mobilization.documents import blank, shelf
from mobilization.documents.kinds import KINDS
from mobilization.forms.briefings import BriefingForm
from mobilization.presenters import sheets
from mobilization.queries import documents as queries
from mobilization.services import documents


@requires("mobilization.view_process")
def document_list(request, initiative):
    context = {"rows": shelf.of_initiative(request.initiative)}
    return render(request, "mobilization/documents/list.html", context)


@requires("mobilization.print_documents")
@require_POST
def make(request, initiative, cluster, kind):
    if kind not in KINDS:
        raise Http404
    group = queries.group_or_404(request.initiative, cluster)
    job = documents.make(kind=kind, group=group, by=request.actor)
    return redirect("job", initiative, job.pk)


@requires("mobilization.view_process")
def blank_sheets(request, initiative, cluster):
    """Each blank sheet alone, for either paper, and what was printed of it last."""
    group = queries.group_or_404(request.initiative, cluster)
    jobs = queries.last_jobs_of(group, blank.KINDS.values())
    context = {"group": group, "sheets": sheets.listed(jobs)}
    context["may_print"] = may(request.actor, "mobilization.print_documents", group)
    return render(request, "mobilization/documents/blank.html", context)


@requires("mobilization.print_documents")
@require_POST
def make_blank(request, initiative, cluster, sheet):
    kind = blank.KINDS.get((sheet, request.POST.get("paper")))
    if kind is None:
        raise Http404
    group = queries.group_or_404(request.initiative, cluster)
    job = documents.make_blank(kind=kind, group=group, by=request.actor)
    return redirect("job", initiative, job.pk)


@requires("clusters.change_cluster")
def briefing_words(request, initiative, cluster):
    """The region's own words for sections IV to VI of the briefing paper."""
    group = queries.group_or_404(request.initiative, cluster)
    form = BriefingForm.about(group.cluster, request.POST or None)
    if request.method == "POST" and form.is_valid():
        briefings.write(cluster=group.cluster, by=request.actor, **form.cleaned_data)
        messages.success(request, _("Saved. The next briefing paper carries these words."))
        return redirect("document_list", initiative)
    return render(
        request, "mobilization/documents/words.html", {"cluster": group.cluster, "form": form}
    )


@requires("mobilization.view_process")
def statement(request, initiative, cluster):
    """The Leadership Group's statement, to read."""
    group = queries.group_or_404(request.initiative, cluster)
    return render(request, "mobilization/documents/statement.html", {"group": group})


@by_personal_link
def read(request, token, job_id):
    """The PDF of the newest document of its kind, for those who may read it by their link."""
    job = queries.newest_job(request.initiative, job_id, KINDS)
    if job is None or not may(request.actor, KINDS[job.kind].read, job.subject):
        raise Http404
    return send_document(job)
