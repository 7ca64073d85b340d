"""The kit of copies for a meeting as one PDF, for either paper."""

from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import documents
from mobilization.documents import plans
from mobilization.documents.pages import page
from mobilization.presenters import agendas
from mobilization.presenters import kits as presenter
from mobilization.queries import kits as queries
from mobilization.queries.plans import content_of

PERMISSION = "mobilization.plan_meetings"
KINDS = {"letter": "meeting_kit", "a4": "meeting_kit_a4"}


def register():
    for paper, kind, title in [
        ("letter", "meeting_kit", gettext_lazy("Kit of copies (Letter)")),
        ("a4", "meeting_kit_a4", gettext_lazy("Kit of copies (A4)")),
    ]:
        documents.register(
            kind,
            title=title,
            permission=PERMISSION,
            basis=basis,
            render=partial(render, paper=paper),
        )


def basis(meeting):
    lines = [agendas.plain(line) for line in agendas.lines_of(meeting)]
    sheets = [{"state": plan.state, **content_of(plan)} for plan in queries.handouts_of(meeting)]
    return queries.facts(meeting) | {"agenda": lines, "sheets": sheets}


def render(meeting, report, *, paper):
    """(title, HTML) of everything that is copied for the meeting."""
    facts = queries.facts(meeting)
    return page(
        "kit",
        title=_("Kit for Meeting %(number)d: %(cluster)s") % facts,
        initiative=meeting.initiative,
        paper=paper,
        kit=presenter.kit(facts, agendas.lines_of(meeting)),
        handouts=[plans.handout(plan, paper) for plan in queries.handouts_of(meeting)],
        **agendas.agenda(meeting),
    )
