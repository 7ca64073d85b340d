"""The documents of an initiative: which exist, making them, reading them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clusters.services import briefings
from core.access import by_personal_link, may, requires
from core.views import send_document
from mobilization.documents import shelf
from mobilization.documents.kinds import KINDS
from mobilization.forms.briefings import BriefingForm
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
