"""Stations of the thread on the side of the data: from the source files to the cluster."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clusters.presenters.briefings import in_short
from mobilization.presenters.thread.stations import Item, Station, day
from mobilization.presenters.thread.ways import forward, page_of_cluster


def cluster(group, table, trouble=""):
    """The cluster with its figures, or what stands in the way of them."""
    return Station(
        kind=_("Cluster"),
        title=group.cluster.name,
        url=page_of_cluster(group.cluster),
        sentence=in_short(table.total, table.region.end_year) if table else trouble,
        items=[Item(_("Why it was chosen"), group.reason)],
    )


def industries(group, table):
    """The rows of the cluster's NAICS table; each leads forward."""
    return Station(
        kind=_("Industries of the cluster"),
        title=ngettext("%(count)d industry", "%(count)d industries", len(table.rows))
        % {"count": len(table.rows)},
        url=page_of_cluster(group.cluster),
        items=[
            Item(
                f"{row['naics']} {row['title']}",
                in_short(row, table.region.end_year),
                forward(group, row["naics"]),
            )
            for row in table.rows
        ],
    )


def industry(group, naics, titles, table, trouble=""):
    """The industry at which the way forward begins."""
    row = next((row for row in table.rows if row["naics"] == naics), None) if table else None
    return Station(
        kind=_("Industry"),
        title=industry_name(naics, titles),
        url=page_of_cluster(group.cluster),
        sentence=in_short(row, table.region.end_year) if row else trouble,
    )


def industry_name(naics, titles):
    return f"{naics} {titles.get(naics, '')}".strip()


def observations(lines, initiative):
    """What closed joint sheets say of industries; the newest round stands first."""
    return Station(
        kind=_("Joint observations on the NAICS table"),
        title=ngettext("%(count)d observation", "%(count)d observations", len(lines))
        % {"count": len(lines)},
        url=reverse("worksheet", args=[initiative.slug, lines[0].worksheet.number]),
        items=[Item(line.text, ", ".join(line.codes)) for line in lines],
    )


def sources(groups):
    count = sum(len(group.files) for group in groups)
    return Station(
        kind=_("Source files"),
        title=ngettext("%(count)d file", "%(count)d files", count) % {"count": count},
        items=[source_line(group) for group in groups],
    )


def source_line(group):
    """The files of one year and status, each with the first characters of its SHA-256."""
    text = _("%(year)d, %(status)s, imported %(day)s") % {
        "year": group.year,
        "status": ": ".join(filter(None, [str(group.status_label), group.note])),
        "day": day(group.imported_at),
    }
    return Item(text, ", ".join(f"{file.file_name} ({file.sha256[:8]})" for file in group.files))
