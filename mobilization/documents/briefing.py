"""The cluster briefing paper in six sections (the Guide, Part II, Step 2)."""

from django.utils.translation import gettext as _

from clusters import queries
from clusters.presenters import briefings as presenter
from clusters.presenters import tables
from core.problems import Problem
from mobilization.documents.pages import page, picture
from mobilization.queries import briefings, documents

subjects = documents.themselves
facts = briefings.facts


def refuse(group, facts):
    """Raises Problem `briefing_without_region` or `briefing_without_industries`."""
    if not facts["footing"]["region"]:
        raise Problem("briefing_without_region")
    if not facts["footing"]["clusters"][facts["cluster"]]:
        raise Problem("briefing_without_industries")


def render(group, report):
    found = facts([group])[group.pk]
    refuse(group, found)
    table = queries.cluster_table(group.cluster)
    summary = queries.cluster_summary(group.initiative)
    report(30, _("Drawing the charts"))
    areas, base = queries.area_titles(table.region)
    return page(
        "briefing",
        title=_("Briefing paper: %(cluster)s") % {"cluster": group.cluster.name},
        initiative=group.initiative,
        group=group,
        words=found["words"],
        region=table.region,
        areas=areas,
        base=base,
        prices=queries.prices_of(table.region),
        sources=presenter.sources(queries.cluster_sources(group.cluster)),
        **of_summary(summary, base),
        **of_table(table),
    )


def of_summary(summary, base):
    """Section I: the clusters side by side, as a table and as bubbles."""
    from clusters import charts  # loads the chart library, which only the worker needs

    return {
        "summary": presenter.summary(summary),
        "bubbles": picture(charts.svg(charts.bubble(summary, base))),
        "left_out": tables.left_out(summary),
    }


def of_table(table):
    """Sections II to IV: the cluster's own figures."""
    gains, losses = presenter.gains_and_losses(table)
    return {
        "figures": presenter.key_figures(table),
        "components": presenter.components(table),
        "themes": [theme(table, *words) for words in themes(table)],
        "evolution": presenter.evolution(table),
        "evolution_chart": chart(
            presenter.changes(table), _("Change in jobs, cells published in both years")
        ),
        "gains": gains,
        "losses": losses,
        "remarks": tables.total_notes(table.total, table.region),
    }


def themes(table):
    """Section III: (heading, table, bars, axis, reference) of each theme."""
    year = {"year": table.region.end_year}
    return [
        (
            _("Size"),
            presenter.size(table),
            presenter.jobs(table),
            _("Jobs, %(year)d") % year,
            None,
        ),
        (
            _("Concentration"),
            presenter.concentration(table),
            presenter.quotients(table),
            _("Location quotient, %(year)d") % year,
            1,
        ),
        (
            _("Pay"),
            presenter.pay(table),
            presenter.wages(table),
            _("Average pay a year, %(year)d") % year,
            None,
        ),
    ]


def theme(table, heading, figures, rows, axis, reference):
    return {
        "heading": heading,
        "table": figures,
        "axis": axis,
        "chart": chart(rows, axis, reference=reference),
    }


def chart(rows, axis, reference=None):
    """The picture of some bars; '' where there is none to draw."""
    from clusters import charts

    return picture(charts.svg(charts.bars(rows, axis, reference=reference))) if rows else ""
