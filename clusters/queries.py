"""What the pages, and the process, ask of clusters: definitions and their figures.

The process reaches the data only through this module. Figures come as they are, unrounded; a
value that is not known is not a number. `clusters.presenters` has the words for them.
"""

from dataclasses import dataclass

from analytics import queries as data
from analytics.models import Region
from clusters.models import Cluster, ClusterIndustry
from core.problems import Problem


@dataclass(frozen=True)
class ClusterTable:
    """A cluster's industries and their total (the Guide, figure 6A).

    `rows` and `total` are dicts of the columns of `analytics.queries.industry_groups`; each row
    also has its `role`.
    """

    cluster: Cluster
    region: Region
    rows: list
    total: dict


@dataclass(frozen=True)
class ClusterSummary:
    """The clusters of an initiative side by side (the Guide, figure 6B).

    `lines` are pairs of a cluster and the dict of its total, in the order of names; `growth` is
    that of all covered employment of the region, a fraction for the year.
    """

    region: Region
    lines: list
    growth: float


def region_of(initiative):
    """The initiative's region. Raises Problem `region_missing`."""
    region = data.region_of(initiative)
    if region is None:
        raise Problem("region_missing")
    return region


def clusters_of(initiative):
    """The clusters of an initiative by name, with their industries."""
    return initiative.clusters.prefetch_related("industries")


def cluster_table(cluster):
    """The figures of a cluster: a ClusterTable. Raises Problem where there is no data."""
    region = region_of(cluster.initiative)
    roles = {industry.naics: industry.role for industry in cluster.industries.all()}
    rows, [total] = data.industry_groups(region, [roles])
    records = rows.to_dict("records")
    return ClusterTable(
        cluster, region, [row | {"role": roles[row["naics"]]} for row in records], total
    )


def cluster_summary(initiative):
    """The totals of all clusters: a ClusterSummary. Raises Problem where there is no data."""
    region = region_of(initiative)
    clusters = list(clusters_of(initiative))
    _rows, totals = data.industry_groups(region, [cluster.codes for cluster in clusters])
    lines = list(zip(clusters, totals, strict=True))
    return ClusterSummary(region, lines, data.covered_growth(region))


def has_bubble(total):
    """True if a total has what the bubble chart shows: growth, quotient and jobs."""
    return all(total[name] == total[name] for name in ("growth", "lq_end", "employment_end"))


def cluster_sources(cluster):
    """The data sets behind the figures of a cluster: a list of `analytics.queries.Source`."""
    return sources_of(region_of(cluster.initiative))


def sources_of(region):
    """The data sets behind the figures of a region: a list of `analytics.queries.Source`."""
    return data.sources(region)


def base_name(region):
    """The name of the area that the region is compared with."""
    return data.area_title(region.base)


def industry_titles():
    """{code: title} of the 4-digit industries of every revision of NAICS."""
    return data.industry_titles()


def successors(code, start, end):
    """The industry codes of the end year that hold jobs of a code of the start year: a list."""
    return data.successors(code, start, end)


def industries_to_choose(initiative):
    """All industries of the region's NAICS table as dicts. Raises Problem without data."""
    return data.naics_table(region_of(initiative)).to_dict("records")


def studies_of(initiative):
    """The initiative's earlier studies."""
    return data.studies_of(initiative)


def named_by(study):
    """{code: title} of the 4-digit industries that a study names, on the codes of the region's
    last year; on those of the study while there is no region.
    """
    region = data.region_of(study.initiative)
    if region is None:
        return data.titles_of(study)
    titles = data.industry_titles()
    return {code: titles[code] for code in sorted(data.industries_named(study, region.end_year))}


def observations_on(initiative, codes):
    """What closed joint sheets of observations say of the industries: their lines."""
    return data.lines_naming(initiative, codes)


def in_other_clusters(cluster):
    """{code: names} of industries that other clusters of the initiative have too."""
    found = {}
    others = ClusterIndustry.objects.filter(cluster__initiative=cluster.initiative_id)
    others = others.exclude(cluster=cluster).order_by("cluster__name")
    for naics, name in others.values_list("naics", "cluster__name"):
        found.setdefault(naics, []).append(name)
    return found


def prices_of(region):
    """The name of the price index that the region's pay is in constant dollars by."""
    return data.prices_of(region).title


def area_titles(region):
    """(the names of the region's areas, the name of the area that it is compared with)."""
    return [data.area_title(code) for code in region.area_codes], data.area_title(region.base)


def footings(initiatives):
    """{initiative pk: what the figures of its clusters rest on, as JSON-able facts}.

    The region, the definitions and the data sets; equal facts give equal figures.
    """
    return {
        initiative.pk: {
            "region": region_facts(data.region_of(initiative)),
            "clusters": {
                cluster.name: [[row.naics, row.role] for row in cluster.industries.all()]
                for cluster in clusters_of(initiative)
            },
            "datasets": [dataset.pk for dataset in data.datasets_seen_by(initiative)],
        }
        for initiative in initiatives
    }


def region_facts(region):
    if region is None:
        return None
    years = [region.start_year, region.end_year]
    place = [region.name, region.reasons, region.area_codes, region.base]
    return [*place, region.price_series, *years]
