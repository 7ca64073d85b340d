"""The register of earlier cluster studies."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from analytics import queries
from analytics.forms import StudyForm
from analytics.presenters import studies as words
from analytics.services import studies
from analytics.views.place import study_or_404
from core.access import may, requires
from core.forms import stored


@requires("analytics.view_data")
@require_GET
def study_list(request, initiative):
    """The studies, newest first."""
    context = {"studies": queries.studies_of(request.initiative), "may_change": may_change(request)}
    return render(request, "analytics/studies/list.html", context)


def may_change(request):
    return may(request.actor, "analytics.keep_studies", request.initiative)


@requires("analytics.keep_studies")
def study_new(request, initiative):
    """Put a study into the register."""
    form = StudyForm(request.POST or None)
    made = stored(
        form, studies.add, beside="codes", initiative=request.initiative, by=request.actor
    )
    if made:
        messages.success(request, _("The study was added."))
        return redirect("study", initiative, made.pk)
    return render(request, "analytics/studies/form.html", {"form": form})


@requires("analytics.view_data")
@require_GET
def study(request, initiative, study):
    """A study and the industries that it names."""
    found = study_or_404(request, study)
    context = {"study": found, "may_change": may_change(request), **words.page(found)}
    return render(request, "analytics/studies/study.html", context)


@requires("analytics.keep_studies")
def study_edit(request, initiative, study):
    """Correct a study."""
    found = study_or_404(request, study)
    form = StudyForm(request.POST or None, instance=found)
    if stored(form, studies.change, beside="codes", study=found, by=request.actor):
        messages.success(request, _("The study was changed."))
        return redirect("study", initiative, found.pk)
    return render(request, "analytics/studies/form.html", {"form": form, "study": found})


@requires("analytics.keep_studies")
@require_POST
def study_remove(request, initiative, study):
    """Take a study out; clusters keep what they took over from it."""
    studies.remove(study=study_or_404(request, study), by=request.actor)
    messages.success(request, _("The study was removed. Clusters keep their industries."))
    return redirect("study_list", initiative)
