"""The joint sheet: taking over, writing, editing, removing its lines."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from analytics import queries
from analytics.forms import ChangedLineForm, NewLineForm, TakeOverForm
from analytics.presenters.observations import Words
from analytics.services import joint
from analytics.views.place import worksheet_or_404
from analytics.views.sheets import query_of, titles_of
from core.access import requires
from core.forms import stored


@requires("analytics.lead_worksheet")
@require_POST
def take_over(request, initiative, round):
    """Take observations over into a new line, or into one that stands."""
    worksheet = worksheet_or_404(request, round)
    form = TakeOverForm(request.POST, worksheet=worksheet)
    if not form.is_valid():
        messages.error(request, _("That is not on this worksheet any more. Nothing was changed."))
        return redirect("worksheet", initiative, round)
    line = joint.take_over(worksheet=worksheet, by=request.actor, **form.cleaned_data)
    count = len(form.cleaned_data["observations"])
    said = ngettext("%(count)d observation was taken over.", "%(count)d were taken over.", count)
    messages.success(request, said % {"count": count})
    return redirect(place_of(worksheet, line))


def place_of(worksheet, line):
    """The question of a line on the page of its round."""
    address = reverse("worksheet", args=[worksheet.initiative.slug, worksheet.number])
    return f"{address}#{line.question}"


@requires("analytics.lead_worksheet")
def line_new(request, initiative, round):
    """A line that no own sheet has."""
    worksheet = worksheet_or_404(request, round)
    form = NewLineForm(
        request.POST or None,
        initial={"question": request.GET.get("question", ""), "query": query_of(request)},
        frozen=list(queries.snapshots_of(request.initiative)),
        titles=titles_of(request, queries.region_of(request.initiative)),
    )
    line = stored(form, joint.write, worksheet=worksheet, by=request.actor)
    if line:
        messages.success(request, _("The line was added."))
        return redirect(place_of(worksheet, line))
    context = {"form": form, "worksheet": worksheet}
    return render(request, "analytics/worksheets/line.html", context)


@requires("analytics.lead_worksheet")
def line_edit(request, initiative, round, line):
    """Write a line anew; where somebody was faster, both are kept to compare."""
    worksheet = worksheet_or_404(request, round)
    found = line_or_404(worksheet, line)
    form = ChangedLineForm(
        request.POST or None,
        initial={
            "question": found.question,
            "text": found.text,
            "codes": ", ".join(found.codes),
            "version": found.version,
        },
        titles=titles_of(request, queries.region_of(request.initiative)),
    )
    changed = stored(form, joint.change, line=found, by=request.actor)
    if changed:
        messages.success(request, _("The line was changed."))
        return redirect(place_of(worksheet, changed))
    context = {"form": form, "worksheet": worksheet, "line": Words(request.initiative).line(found)}
    return render(request, "analytics/worksheets/line.html", context | conflict(form, found))


def conflict(form, line):
    """What the page needs where the line is not the one that was read any more.

    The form goes on from the version that now stands beside it, with what was typed.
    """
    if not form.is_bound or str(line.version) == form.data.get("version"):
        return {}
    form.data = form.data.copy()
    form.data["version"] = line.version
    return {"changed_by": line.edited_by_name}


@requires("analytics.lead_worksheet")
@require_POST
def line_remove(request, initiative, round, line):
    """Take a line off; what it was taken over from waits again."""
    worksheet = worksheet_or_404(request, round)
    found = line_or_404(worksheet, line)
    version = request.POST.get("version", "")
    joint.remove(line=found, version=int(version) if version.isdecimal() else 0, by=request.actor)
    messages.success(request, _("The line was removed; what it was taken from can be taken again."))
    return redirect(place_of(worksheet, found))


def line_or_404(worksheet, key):
    return get_object_or_404(queries.lines_of(worksheet), pk=key)
