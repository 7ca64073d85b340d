"""What the pages of clusters show, also where region or data are still missing."""

from django.urls import reverse
from django.utils.translation import ngettext

from analytics import presenters as words
from analytics.presenters.regions import Resting
from clusters import queries
from clusters.presenters import changes, tables
from core.problems import Problem


def cluster_list(initiative):
    """The context of the page of all clusters."""
    try:
        summary = queries.cluster_summary(initiative)
    except Problem as problem:
        return {"clusters": queries.clusters_of(initiative), "problem": problem}
    return {
        "clusters": [cluster for cluster, _total in summary.lines],
        "table": tables.summary_table(summary, queries.base_name(summary.region)),
        "has_chart": any(queries.has_bubble(total) for _cluster, total in summary.lines),
        "left_out": tables.left_out(summary),
        "sources": sources(summary.region),
    }


def cluster_detail(cluster):
    """The context of a cluster's page."""
    shared = queries.in_other_clusters(cluster)
    page = {
        "cluster": cluster,
        "changes": changes.of(cluster, queries.industry_titles()),
        "observations": observations(cluster),
    }
    try:
        found = queries.cluster_table(cluster)
    except Problem as problem:
        rows = tables.plain_rows(cluster, queries.industry_titles(), shared)
        return page | {"rows": rows, "problem": problem}
    table = tables.cluster_table(found, queries.base_name(found.region), shared)
    return page | {"table": table, "rows": table.rows, "sources": sources(found.region)}


def observations(cluster):
    """What the team has seen in the table of the cluster's industries, with the codes it names."""
    codes = set(cluster.codes)
    return [
        {
            "text": line.text,
            "codes": ", ".join(sorted(codes & set(line.codes))),
            "round": line.worksheet,
        }
        for line in queries.observations_on(cluster.initiative, codes)
    ]


def sources(region):
    """Where the figures come from: the data sets, the notes of estimates, the price index."""
    found = queries.sources_of(region)
    estimates = [source for source in found if source.status == "estimate"]
    return {
        "lines": words.source_lines(found),
        "estimates": estimates,
        "region": region,
        "prices": queries.prices_of(region),
    }


def resting_on_region(initiative):
    """What the page of the region says of clusters: a Resting, or None where there are none."""
    count = initiative.clusters.count()
    text = ngettext(
        "%(count)s cluster keeps its definition; its figures are computed anew.",
        "%(count)s clusters keep their definitions; their figures are computed anew.",
        count,
    )
    url = reverse("cluster_list", args=[initiative.slug])
    return Resting(text % {"count": count}, url) if count else None
