"""The figures of the briefing paper in words: narrow tables for paper, one theme each."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from analytics import presenters as words
from analytics.indicators.naics import COMPARED
from clusters.models import ClusterIndustry
from clusters.presenters.figures import Cell, bridged, cell, why_not_compared


@dataclass(frozen=True)
class Line:
    """A row of a table: a code where it is an industry, its name, its cells."""

    label: str
    cells: list
    code: str = ""


@dataclass(frozen=True)
class Table:
    """A table of the briefing paper; `total` is a line of its own."""

    caption: str
    columns: list
    lines: list
    total: Line | None = None
    notes: list = field(default_factory=list)


def size(table):
    """Jobs at both ends, and each industry's share of the cluster's published jobs."""
    years = [table.region.start_year, table.region.end_year]
    all_jobs = table.total["employment_end"]

    def cells(record):
        return [
            cell(words.jobs, record["employment_start"], record["undisclosed_start"]),
            cell(words.jobs, record["employment_end"], record["undisclosed_end"]),
            share(record, all_jobs),
            cell(words.jobs, record["undisclosed_end"]),
        ]

    columns = [*years, _("share of the cluster"), _("undisclosed cells, %d") % years[1]]
    return themed(table, _("Jobs"), columns, cells)


def share(record, all_jobs):
    if not (words.known(record["employment_end"]) and words.known(all_jobs) and all_jobs):
        return Cell(words.missing(record["undisclosed_end"]), False)
    percent = 100 * record["employment_end"] / all_jobs
    return Cell(f"{words.number(percent, 1)}\N{NO-BREAK SPACE}%", True)


def concentration(table):
    def cells(record):
        return [
            cell(words.quotient, record["lq_start"], record["undisclosed_start"]),
            cell(words.quotient, record["lq_end"], record["undisclosed_end"]),
            cell(words.difference, record["lq_change"], hidden(record)),
        ]

    columns = [table.region.start_year, table.region.end_year, _("change")]
    return themed(table, _("Location quotients"), columns, cells)


def pay(table):
    def cells(record):
        return [
            cell(words.dollars, record["wage_start"], record["undisclosed_start"]),
            cell(words.dollars, record["wage_end"], record["undisclosed_end"]),
            cell(words.percent, record["wage_change"], hidden(record)),
        ]

    columns = [table.region.start_year, table.region.end_year, _("change")]
    caption = _("Average pay a year, in dollars of %d") % table.region.end_year
    return themed(table, caption, columns, cells)


def evolution(table):
    """Change of jobs on matched cells, with the reason where there is none."""

    def cells(record):
        return [
            cell(words.jobs, record["matched_start"], hidden(record)),
            cell(words.jobs, record["matched_end"], hidden(record)),
            cell(signed_jobs, change(record), hidden(record)),
            cell(words.percent, record["growth"], hidden(record)),
        ]

    columns = [table.region.start_year, table.region.end_year, _("change"), _("a year")]
    caption = _("Jobs in cells that were published in both years")
    made = themed(table, caption, columns, cells)
    made.notes.extend(
        f"{record['naics']} {record['title']}. {reason}"
        for record in table.rows
        for reason in (bridged(record), why_not_compared(record, table.region))
        if reason
    )
    return made


def themed(table, caption, columns, cells):
    """One line per industry and the total of the cluster."""
    lines = [Line(row["title"], cells(row), row["naics"]) for row in table.rows]
    return Table(caption, columns, lines, Line(_("The cluster, from sums"), cells(table.total)))


def hidden(record):
    """Undisclosed cells at either end; none where a revision of the codes is the reason."""
    if record["comparability"] not in COMPARED:
        return 0
    return record["undisclosed_start"] + record["undisclosed_end"]


def change(record):
    """Jobs gained or lost on matched cells; not a number where nothing is matched."""
    return record["matched_end"] - record["matched_start"]


def signed_jobs(value):
    return words.signed(value, 0)


def components(table):
    """[(role in words, table of its industries)] for the roles that the cluster has."""
    return [
        (role.label, of_role(table, role))
        for role in ClusterIndustry.Role
        if any(row["role"] == role for row in table.rows)
    ]


def of_role(table, role):
    rows = [row for row in table.rows if row["role"] == role]
    lines = [
        Line(
            row["title"],
            [
                cell(words.jobs, row["employment_end"], row["undisclosed_end"]),
                cell(words.quotient, row["lq_end"], row["undisclosed_end"]),
                cell(words.dollars, row["wage_end"], row["undisclosed_end"]),
            ],
            row["naics"],
        )
        for row in rows
    ]
    year = table.region.end_year
    columns = [_("jobs, %d") % year, _("quotient"), _("average pay")]
    return Table(counted(rows), columns, lines)


def counted(rows):
    """How many industries, and their published jobs."""
    known = [row["employment_end"] for row in rows if words.known(row["employment_end"])]
    text = ngettext(
        "%(count)d industry, %(jobs)s published jobs",
        "%(count)d industries, %(jobs)s published jobs",
        len(rows),
    )
    return text % {"count": len(rows), "jobs": words.jobs(sum(known))}


def summary(found):
    """The clusters of the region side by side, for paper."""
    year = found.region.end_year
    columns = [
        _("jobs, %d") % year,
        _("growth a year"),
        _("quotient"),
        _("change"),
        _("average pay"),
    ]
    lines = [
        Line(
            cluster.name,
            [
                cell(words.jobs, total["employment_end"], total["undisclosed_end"]),
                cell(words.percent, total["growth"], hidden(total)),
                cell(words.quotient, total["lq_end"], total["undisclosed_end"]),
                cell(words.difference, total["lq_change"], hidden(total)),
                cell(words.dollars, total["wage_end"], total["undisclosed_end"]),
            ],
        )
        for cluster, total in found.lines
    ]
    return Table(_("Clusters of the region"), columns, lines)


def in_short(record, year):
    """One industry, or a whole cluster, in one line."""
    values = {
        "jobs": words.jobs(record["employment_end"], record["undisclosed_end"]),
        "year": year,
        "quotient": words.quotient(record["lq_end"], record["undisclosed_end"]),
        "growth": words.percent(record["growth"])
        if words.known(record["growth"])
        else words.missing(hidden(record)),
    }
    return (
        _("Jobs in %(year)d: %(jobs)s; quotient: %(quotient)s; growth a year: %(growth)s.") % values
    )


def sources(found):
    """The sources, the files of one year and status together."""
    return words.source_groups(found)


def key_figures(table):
    """[(figure, what it is)] of the cluster as a whole."""
    total, region = table.total, table.region
    years = {"start": region.start_year, "end": region.end_year}
    return [
        (words.jobs(total["employment_end"], total["undisclosed_end"]), _("jobs, %(end)d") % years),
        (words.percent(total["growth"]), _("growth a year, %(start)d to %(end)d") % years),
        (words.quotient(total["lq_end"], total["undisclosed_end"]), _("location quotient")),
        (words.dollars(total["wage_end"], total["undisclosed_end"]), _("average pay a year")),
    ]


def jobs(table):
    """Bars of the jobs of the last year: [(label, value, value in words)], longest first."""
    return ranking(table, lambda row: row["employment_end"], words.jobs)


def quotients(table):
    return ranking(table, lambda row: row["lq_end"], words.quotient)


def wages(table):
    return ranking(table, lambda row: row["wage_end"], words.dollars)


def changes(table):
    """Bars of jobs gained and lost on matched cells."""
    return ranking(table, change, signed_jobs)


def ranking(table, value, word):
    """[(label, value, value in words)] of the industries whose value is known, largest first."""
    known = [row for row in table.rows if words.known(value(row))]
    ordered = sorted(known, key=value, reverse=True)
    return [(f"{row['naics']} {row['title']}", value(row), word(value(row))) for row in ordered]


def gains_and_losses(table, most=3):
    """([largest gains], [largest losses]) on matched cells: (industry, jobs in words)."""
    ranked = changes(table)
    gains = [(label, text) for label, number, text in ranked if number > 0]
    losses = [(label, text) for label, number, text in reversed(ranked) if number < 0]
    return gains[:most], losses[:most]
