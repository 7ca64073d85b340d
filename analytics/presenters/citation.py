"""What has to be said of a table wherever it goes: where it comes from, and how it was made."""

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from analytics.models import Status
from analytics.presenters.figures import number
from analytics.sources import ownerships


def citation(workings):
    """[(label, text)] of a Workings, in the order to be read."""
    span = workings.span
    return [
        (_("Table"), _("NAICS table: jobs, growth, concentration and pay by 4-digit industry")),
        (_("Areas"), "; ".join(workings.areas)),
        (_("Years"), f"{span.start}–{span.end}"),
        (_("Base of the location quotients"), workings.base),
        (_("Ownership"), ownerships.title(workings.ownership)),
        (_("Denominators of the location quotients"), _("all covered employment")),
        (_("Cells"), cells(workings)),
        (_("Pay"), dollars(workings)),
        (_("Industry codes"), codes(workings)),
        *origin(workings.sources),
    ]


def citation_of_region(table, region, names, ownership, rest, sources):
    """The like of a page about a region: `names` are those of its areas and of its base,
    `ownership` the codes that count, `rest` what else is to be said, as pairs.
    """
    areas, base = names
    return [
        (_("Table"), table),
        (_("Areas"), "; ".join(areas)),
        (_("Years"), f"{region.start_year}–{region.end_year}"),
        (_("Base"), base),
        (_("Ownership"), ownerships.title(ownership)),
        (_("Cells"), _("published ones; undisclosed cells are left out, not zero")),
        *rest,
        *origin(sources),
    ]


def origin(sources):
    """The publisher, each file, and how estimates of the sources were made."""
    return [
        (
            _("Publisher"),
            _("U.S. Bureau of Labor Statistics, Quarterly Census of Employment and Wages"),
        ),
        *((_("Source"), source_line(source)) for source in sources),
        *(
            (_("Estimate"), f"{source.file_name}, {source.year}: {source.note}")
            for source in sources
            if source.status == Status.ESTIMATE
        ),
        (_("Computed by"), "Clusterwise"),
    ]


def cells(workings):
    """Whether suppressed cells are left out or estimated, and how many are."""
    span, table = workings.span, workings.table
    first, last = int(table.estimated_start.sum()), int(table.estimated_end.sum())
    if not first + last:
        return _("published ones; undisclosed cells are left out, not zero")
    return _(
        "published ones, and estimates by Clusterwise of undisclosed ones in the areas: %(first)s "
        "cells in %(start)s, %(last)s in %(end)s (method and errors: docs/guide/estimates.md)"
    ) % {
        "first": number(first),
        "start": span.start,
        "last": number(last),
        "end": span.end,
    }


def dollars(workings):
    """In which dollars the pay is, and by which index."""
    start, end, index = workings.span.start, workings.span.end, workings.prices
    if index is None:
        return _("nominal, in dollars of each year")
    return _("in dollars of %(end)s, by %(index)s: %(first)s in %(start)s, %(last)s in %(end)s") % {
        "start": start,
        "end": end,
        "index": index.title,
        "first": index.index(start),
        "last": index.index(end),
    }


def codes(workings):
    """On the codes of which years the figures stand."""
    if workings.vintage == "published":
        return _("NAICS codes as published in each year")
    return _(
        "NAICS codes of %(end)s: the figures of %(start)s were bridged; bridged_from names the "
        "codes they come from, bridged_share the share of the jobs that weights allocated"
    ) % {"start": workings.span.start, "end": workings.span.end}


def source_line(source):
    """A source in one line: file, year, hash, when it was imported, what is said of it."""
    imported = formats.date_format(timezone.localtime(source.imported_at), "SHORT_DATE_FORMAT")
    parts = [
        source.file_name,
        str(source.year),
        f"SHA-256 {source.sha256}",
        _("imported %(date)s") % {"date": imported},
        str(source.status_label),
        source.note,
        source.source,
    ]
    return ", ".join(filter(None, parts))


def as_text(lines):
    """The citation as plain text, a line for each part."""
    return "".join(f"{label}: {text}\n" for label, text in lines)
