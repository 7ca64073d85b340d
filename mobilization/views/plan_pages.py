"""The pages of a plan that the support team and the holders of personal links share."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.forms import stored
from core.problems import Problem
from mobilization.forms.plan_versions import ComparisonForm, RestoreForm
from mobilization.forms.plans import PlanSheet, StartForm
from mobilization.models import Plan
from mobilization.models.plans import CLOSED_STATES
from mobilization.presenters import one_page
from mobilization.presenters import plans as presenter
from mobilization.queries import plans as queries
from mobilization.services import plans
from mobilization.views.pages import form_page


def show(request, plan):
    context = presenter.page(plan, presenter.place_of(request), request.actor)
    return render(request, "mobilization/plans/plan.html", context)


def start(request, team, back):
    """The first page of a plan; `back` is the name of the page to go back to."""
    place = presenter.place_of(request)
    form = StartForm(request.POST or None, initial={"title": str(team)})
    if request.method == "POST" and form.is_valid():
        plan = plans.start(team=team, by=request.actor, **form.cleaned_data)
        return redirect(place.url("plan_edit", plan.pk))
    return form_page(
        request,
        form,
        title=_("Start the plan"),
        lead=_(
            "The conceptual plan of “%(team)s” is one page: a long-term goal, a few outcomes, "
            "the steps, the team."
        )
        % {"team": team},
        button=_("Start and go on to the outcomes"),
        back=place.url(back),
    )


def edit(request, plan, reread):
    """The form. A row more, a conflict and a mistake all keep what was typed.

    `reread()` reads the plan as it stands after a conflict.
    """
    place = presenter.place_of(request)
    if plan.state in CLOSED_STATES:
        return redirect(place.url("plan", plan.pk))
    sheet = PlanSheet(plan, data=request.POST if request.method == "POST" else None)
    if "add" in request.POST:
        sheet = sheet.one_more(request.POST["add"])
    elif request.method == "POST" and sheet.is_valid():
        try:
            save(request, plan, sheet)
        except Problem as problem:
            base = queries.contents_of(plan, sheet.version)
            plan = reread()
            sheet = sheet.brought_together(
                plan, base=base and base[0], problem=problem, who=queries.last_editor(plan)
            )
        else:
            return redirect(place.url("plan", plan.pk))
    context = presenter.page(plan, place, request.actor)
    context |= {
        "sheet": sheet,
        "parts": presenter.parts(sheet),
        "page_fullness": one_page.fullness(one_page.texts_typed(plan, sheet.typed())),
        "fullness_url": place.url("plan_fullness", plan.pk),
    }
    return render(request, "mobilization/plans/edit.html", context)


def fullness(request, plan):
    """How full one printed page is with what is typed; nothing is checked or stored."""
    typed = PlanSheet(plan, data=request.POST).typed()
    context = {"page_fullness": one_page.fullness(one_page.texts_typed(plan, typed))}
    return render(request, "mobilization/plans/_page_meter.html", context)


def save(request, plan, sheet):
    saved = plans.save(
        plan=plan,
        version=sheet.version,
        state=sheet.state,
        content=sheet.content(),
        by=request.actor,
    )
    words = _("Saved. This is version %(n)s.") % {"n": saved.version}
    others = queries.editors_between(plan, sheet.version, saved.version)
    if others:
        words += " " + _("It also has what %(who)s saved while you were writing.") % {
            "who": ", ".join(others)
        }
    messages.success(request, words)


def versions(request, plan):
    """What changed between two versions; as the page opens, by the latest save."""
    form = ComparisonForm(request.GET, versions=queries.version_numbers(plan))
    context = {
        "plan": plan,
        "form": form,
        "plan_url": presenter.place_of(request).url("plan", plan.pk),
    }
    if form.is_valid():
        numbers = form.cleaned_data["earlier"], form.cleaned_data["later"]
        changes = presenter.compare(*queries.contents_of(plan, *numbers))
        context |= {"changes": changes, "earlier": numbers[0], "later": numbers[1]}
        context |= presenter.way_back(plan, numbers[0], presenter.place_of(request), request.actor)
    return render(request, "mobilization/plans/versions.html", context)


def restore(request, plan):
    """Let the plan say again what an earlier version says."""
    url = presenter.place_of(request).url("plan", plan.pk)
    form = RestoreForm(request.POST)
    restored = stored(form, plans.restore, plan=plan, by=request.actor)
    if not restored:
        for errors in form.errors.values():
            messages.error(request, " ".join(errors))
        return redirect(url)
    words = _("Done. Version %(n)s says what version %(number)s said.")
    messages.success(
        request, words % {"n": restored.version, "number": form.cleaned_data["number"]}
    )
    return redirect(url)


def sheet_asked(request, plan):
    """Which sheet of the plan goes on paper: of an action plan also the page that it began with."""
    wants_page = request.GET.get("sheet") == "conceptual"
    return "conceptual" if wants_page or plan.state == Plan.State.CONCEPTUAL else "action"


def print_page(request, plan):
    sheet = sheet_asked(request, plan)
    fitting = one_page.density(plan)
    context = presenter.page(plan, presenter.place_of(request), request.actor)
    context |= {
        "sheet": sheet,
        "fits": fitting is not None or sheet == "action",
        "density": fitting or one_page.DENSITIES[-1],
        "version": context["versions"].first(),
        "needs": presenter.every_need(plan),
    }
    return render(request, "mobilization/plans/print.html", context)
