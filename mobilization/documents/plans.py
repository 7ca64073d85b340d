"""Plans in print, for either paper: the conceptual plan on one page, the action plan in full."""

from functools import partial

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from core import documents
from core.problems import Problem
from mobilization.models import Plan
from mobilization.presenters import one_page
from mobilization.presenters import plans as presenter
from mobilization.queries import plans as queries

PERMISSION = "mobilization.read_plan"
# The kind of document, by what is printed and on which paper.
KINDS = {
    ("conceptual", "letter"): "conceptual_plan",
    ("conceptual", "a4"): "conceptual_plan_a4",
    ("action", "letter"): "action_plan",
    ("action", "a4"): "action_plan_a4",
}
TITLES = {
    "conceptual_plan": _("Conceptual plan on one page (Letter)"),
    "conceptual_plan_a4": _("Conceptual plan on one page (A4)"),
    "action_plan": _("Action plan (Letter)"),
    "action_plan_a4": _("Action plan (A4)"),
}


def register():
    for (sheet, paper), kind in KINDS.items():
        documents.register(
            kind,
            title=TITLES[kind],
            permission=PERMISSION,
            basis=queries.content_of,
            render=partial(RENDER[sheet], paper=paper),
        )


def render_page(plan, report, *, paper):
    """(title, HTML) set as roomily as one page of `paper` allows; the page is measured.

    Raises Problem `plan_longer_than_a_page`.
    """
    plan = whole(plan)
    density = fitting(plan, paper)
    if density is None:
        raise Problem("plan_longer_than_a_page")
    return plan.title, set_in(plan, density, paper)


def render_in_full(plan, report, *, paper):
    """(title, HTML) of the action plan: timeline, requirements and commitments too."""
    plan = whole(plan)
    return plan.title, document(plan, "action", paper, as_paper(plan))


RENDER = {"conceptual": render_page, "action": render_in_full}


def whole(plan):
    return queries.whole(queries.in_initiative(plan.initiative)).get(pk=plan.pk)


def fitting(plan, paper):
    """The roomiest density at which the page that is set is one page of `paper`, or None."""
    for density in one_page.densities(plan) or one_page.DENSITIES[-1:]:
        if documents.to_pdf(set_in(plan, density, paper))[1] == 1:
            return density
    return None


def set_in(plan, density, paper):
    return document(plan, "conceptual", paper, as_paper(plan, density))


def document(plan, sheet, paper, context):
    context |= {"paper": paper, "sheet": sheet, "title": plan.title}
    return render_to_string("documents/plan.html", context)


def as_paper(plan, density=None):
    """What the sheet of a plan places, alone or in a kit."""
    version = plan.versions.defer("content").get(number=plan.version)
    return {
        "plan": plan,
        "density": density,
        "version": version,
        **presenter.content(plan),
        "needs": presenter.every_need(plan),
    }


def handout(plan, paper):
    """The same for the sheet that a meeting hands out, with its name: by the state of the plan."""
    plan = whole(plan)
    if plan.state != Plan.State.CONCEPTUAL:
        return {"sheet": "action", **as_paper(plan)}
    density = fitting(plan, paper) or one_page.DENSITIES[-1]
    return {"sheet": "conceptual", **as_paper(plan, density)}
