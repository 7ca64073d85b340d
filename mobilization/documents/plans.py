"""The conceptual plan on one page, for either paper."""

from functools import partial

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from core import documents
from core.problems import Problem
from mobilization.presenters import one_page
from mobilization.presenters import plans as presenter
from mobilization.queries import plans as queries

PERMISSION = "mobilization.read_plan"


def register():
    documents.register(
        "conceptual_plan",
        title=_("Conceptual plan on one page (Letter)"),
        permission=PERMISSION,
        basis=queries.content_of,
        render=partial(render, paper="letter"),
    )
    documents.register(
        "conceptual_plan_a4",
        title=_("Conceptual plan on one page (A4)"),
        permission=PERMISSION,
        basis=queries.content_of,
        render=partial(render, paper="a4"),
    )


def render(plan, report, *, paper):
    """(title, HTML) set as roomily as one page of `paper` allows; the page is measured.

    Raises Problem `plan_longer_than_a_page`.
    """
    plan = queries.whole(queries.in_initiative(plan.initiative)).get(pk=plan.pk)
    for density in one_page.densities(plan) or one_page.DENSITIES[-1:]:
        html = set_in(plan, density, paper)
        if documents.to_pdf(html)[1] == 1:
            return plan.title, html
    raise Problem("plan_longer_than_a_page")


def set_in(plan, density, paper):
    context = {
        "plan": plan,
        "density": density,
        "paper": paper,
        "version": plan.versions.defer("content").get(number=plan.version),
        **presenter.content(plan),
    }
    return render_to_string("documents/conceptual_plan.html", context)
