"""The tables of clusters in words: rows, totals, notes, and what is left out of the chart."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from analytics import presenters as words
from clusters import queries
from clusters.models import ClusterIndustry
from clusters.presenters.figures import bridged, figures, headings, why_not_compared


@dataclass(frozen=True)
class Row:
    """A line of a table: what it is about, its cells, and what has to be said of it."""

    label: str
    cells: list
    code: str = ""
    url: str = ""
    notes: list = field(default_factory=list)


@dataclass(frozen=True)
class Table:
    """A table ready to be placed."""

    caption: str
    subject: str  # what a row is about
    headings: list
    rows: list
    total: Row | None = None
    notes: list = field(default_factory=list)


def cluster_table(table, base, shared):
    """A ClusterTable in words; `base` is the compared area's name, `shared` {code: clusters}."""
    return Table(
        caption=caption(table.region, base),
        subject=_("Industry"),
        headings=headings(table.region),
        rows=[industry_row(record, table.region, shared) for record in table.rows],
        total=Row(_("The cluster, from sums"), figures(table.total)),
        notes=total_notes(table.total, table.region),
    )


def industry_row(record, region, shared):
    notes = [
        ClusterIndustry.Role(record["role"]).label,
        bridged(record),
        why_not_compared(record, region),
        also_in(shared.get(record["naics"], [])),
    ]
    return Row(
        label=record["title"],
        code=record["naics"],
        cells=figures(record),
        notes=[note for note in notes if note],
    )


def plain_rows(cluster, titles, shared):
    """The industries of a cluster where there are no figures yet."""
    return [
        Row(
            label=titles.get(industry.naics, ""),
            code=industry.naics,
            cells=[],
            notes=[
                industry.get_role_display(),
                *([also_in(shared[industry.naics])] if industry.naics in shared else []),
            ],
        )
        for industry in cluster.industries.all()
    ]


def summary_table(summary, base):
    """A ClusterSummary in words."""
    return Table(
        caption=caption(summary.region, base),
        subject=_("Cluster"),
        headings=headings(summary.region),
        rows=[cluster_row(cluster, total) for cluster, total in summary.lines],
    )


def cluster_row(cluster, total):
    count = len(cluster.industries.all())
    return Row(
        label=cluster.name,
        url=reverse("cluster_detail", args=[cluster.initiative.slug, cluster.slug]),
        cells=figures(total),
        notes=[
            ngettext("%(count)d industry", "%(count)d industries", count) % {"count": count},
        ],
    )


def caption(region, base):
    return _(
        "%(region)s, %(start)s to %(end)s; base: %(base)s. Jobs, quotients and pay come from sums "
        "of published cells, growth and changes from the cells published in both years."
    ) % {
        "region": region.name,
        "start": region.start_year,
        "end": region.end_year,
        "base": base,
    }


def also_in(names):
    return (
        _("Also in %(clusters)s.") % {"clusters": get_text_list(names, _("and"))} if names else ""
    )


def total_notes(total, region):
    """What the total counts, and what it leaves out."""
    years = {"start": region.start_year, "end": region.end_year}
    notes = [matched_note(total, years)] if words.known(total["matched_end"]) else []
    sentences = {
        "not_comparable": _(
            "Growth and changes leave out %(codes)s: the code ended, or weights between the "
            "revisions of the industry codes allocated more than 25 %% of its jobs."
        ),
        "not_matched": _(
            "Growth and changes leave out %(codes)s, of which no cell is disclosed in both years."
        ),
        "no_quotient": _(
            "The quotient of %(end)s leaves out %(codes)s: undisclosed, or of an ownership that "
            "the base does not have."
        ),
    }
    return notes + [
        sentence % (years | {"codes": get_text_list(total[name], _("and"))})
        for name, sentence in sentences.items()
        if total[name]
    ]


def matched_note(total, years):
    return _(
        "Published in both years: cells of %(matched_start)s jobs in %(start)s and "
        "%(matched_end)s in %(end)s."
    ) % {
        **years,
        "matched_start": words.jobs(total["matched_start"]),
        "matched_end": words.jobs(total["matched_end"]),
    }


def left_out(summary):
    """[(cluster, reason)] for the clusters that cannot stand in the chart."""
    return [
        (cluster, why_no_bubble(cluster, total))
        for cluster, total in summary.lines
        if not queries.has_bubble(total)
    ]


def why_no_bubble(cluster, total):
    if not cluster.industries.all():
        return _("no industry has been chosen yet")
    if not words.known(total["employment_end"]):
        return _("its jobs are undisclosed, or the region has none")
    if not words.known(total["growth"]):
        if total["not_comparable"]:
            return _("no growth, because the codes of its industries cannot be compared")
        return _("no growth, because no cell is disclosed in both years")
    return _("no quotient, because its industries cannot be compared")
