"""The blueprint: approved plans with the Leadership Group's statement (Part II, Steps 6 and 7)."""

from django.utils.translation import gettext as _

from clusters import queries
from clusters.presenters.briefings import key_figures, sources
from core.problems import Problem
from mobilization.documents.pages import page
from mobilization.presenters import blueprints as presenter
from mobilization.queries import blueprints, documents

subjects = documents.themselves
facts = blueprints.facts


def refuse(group, facts):
    """Raises Problem `no_approved_plan` or `no_statement`."""
    if not facts["plans"]:
        raise Problem("no_approved_plan")
    if not facts["statement"]:
        raise Problem("no_statement")


def render(group, report):
    found = facts([group])[group.pk]
    refuse(group, found)
    return page(
        "blueprint",
        title=_("Blueprint: %(cluster)s") % {"cluster": found["cluster"]},
        initiative=group.initiative,
        blueprint=presenter.blueprint(found),
        **figures_of(group.cluster),
    )


def figures_of(cluster):
    """The cluster's figures with their sources; none where the initiative has no data."""
    try:
        table = queries.cluster_table(cluster)
    except Problem:
        return {}
    return {
        "figures": key_figures(table),
        "region": table.region,
        "prices": queries.prices_of(table.region),
        "sources": sources(queries.cluster_sources(cluster)),
    }
