"""The NAICS table as a page: columns, rows in words, order and choice of industries."""

from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from analytics.indicators import growth
from analytics.indicators.naics import COMPARED, next_to_nothing, too_small
from analytics.models import Status
from analytics.presenters import figures, highlights
from analytics.presenters.choices import GROUPS, NOMINAL
from analytics.presenters.revisions import standing
from analytics.sources import industries, ownerships


@dataclass(frozen=True)
class Column:
    """One column: its name in the table, its group, its heading and how it is written.

    It is undisclosed where the column `without` is not known and one of those named in `hidden`
    counts cells that were left out.
    """

    name: str
    group: str
    heading: str | Promise
    write: str
    without: str = ""
    hidden: tuple = ()


START, END, CHANGE = "start", "end", gettext_lazy("Change")

AT_START = {"without": "employment_start", "hidden": ("undisclosed_start",)}
AT_END = {"without": "employment_end", "hidden": ("undisclosed_end",)}
OVER_TIME = {"without": "matched_start", "hidden": ("undisclosed_start", "undisclosed_end")}
ESTIMATED_AMONG = {"undisclosed_start": "estimated_start", "undisclosed_end": "estimated_end"}
BASE_START = {"without": "base_employment_start", "hidden": ("base_undisclosed_start",)}
BASE_END = {"without": "base_employment_end", "hidden": ("base_undisclosed_end",)}

COLUMNS = [
    Column("employment_start", "jobs", START, "jobs", **AT_START),
    Column("employment_end", "jobs", END, "jobs", **AT_END),
    Column("growth", "jobs", gettext_lazy("Growth a year"), "change", **OVER_TIME),
    Column("lq_start", "lq", START, "quotient", **AT_START),
    Column("lq_end", "lq", END, "quotient", **AT_END),
    Column("lq_change", "lq", CHANGE, "difference", **OVER_TIME),
    Column("wage_start", "wage", START, "dollars", **AT_START),
    Column("wage_end", "wage", END, "dollars", **AT_END),
    Column("wage_change", "wage", CHANGE, "change", **OVER_TIME),
    Column("base_employment_start", "base", START, "jobs", **BASE_START),
    Column("base_employment_end", "base", END, "jobs", **BASE_END),
    Column("undisclosed_start", "hidden", START, "number"),
    Column("undisclosed_end", "hidden", END, "number"),
    Column("base_undisclosed_start", "base_hidden", START, "number"),
    Column("base_undisclosed_end", "base_hidden", END, "number"),
]
SORTABLE = {"naics", "title", "comparability", *(column.name for column in COLUMNS)}


def page(workings, *, region, choices, named=None):
    """Everything the template places, from a Workings and what was asked, a TableChoices.

    `named` are the codes of the industries that a chosen study names.
    """
    table, sources, base_name = workings.table, workings.sources, workings.base
    limits = highlights.thresholds(choices.cuts, means(workings))
    columns = [column for column in COLUMNS if column.group not in choices.without]
    chosen = order(choose(table, choices, named), choices.sort)
    marked = estimated(sources, region)
    return {
        "groups": groups(region, base_name, choices.wages, columns),
        "headings": [
            heading(column, region, choices) | {"estimate": column.name in marked}
            for column in columns
        ],
        "industry_headings": [
            link("naics", _("Code"), choices),
            link("title", _("Industry"), choices),
        ],
        "comparability_heading": link("comparability", _("Same code in both years?"), choices),
        "rows": [row(record, region, columns, limits) for record in chosen.to_dict("records")],
        "width": len(columns) + 3,
        "marks": highlights.legend(choices.cuts, limits),
        "columns": column_choices(region, base_name, choices),
        "with_codes": "code" not in choices.without,
        "shown": len(chosen),
        "held": len(table),
        "sectors": sector_choices(table, choices.sector),
        "ownerships": ownership_choices(choices.ownership),
        "owned": ownerships.title(choices.ownership),
        "wages": choices.wages,
        "vintage": choices.vintage,
        "cells": choices.cells,
        "has_estimates": bool(marked),
    }


# --- Which rows, in which order ---------------------------------------------------------------


def choose(table, choices, named):
    """The rows of the sector, and of those named, whose code begins or title reads as asked."""
    sector, text = choices.sector, choices.q.strip().casefold()
    if named is not None:
        table = table[table.naics.isin(named)]
    if sector:
        table = table[table.naics.map(industries.sector_of) == sector]
    if text:
        titles = table.title.str.casefold().str.contains(text, regex=False)
        table = table[titles | table.naics.str.startswith(text)]
    return table


def order(table, sort):
    """The rows by one column, unknown values last; by code unless asked otherwise."""
    name = sort.removeprefix("-")
    if name not in SORTABLE:
        return table
    return table.sort_values(
        name, ascending=not sort.startswith("-"), na_position="last", kind="stable"
    )


def sector_choices(table, chosen):
    held = set(table.naics.map(industries.sector_of))
    return [
        {"value": sector, "label": f"{sector} {title}", "chosen": sector == chosen}
        for sector, title in industries.sectors().items()
        if sector in held
    ]


def ownership_choices(chosen):
    return [
        {"value": code, "label": title, "chosen": code in chosen}
        for code, title in ownerships.TITLES.items()
    ]


# --- Headings ---------------------------------------------------------------------------------


def group_labels(region, base_name, wages):
    """{group of columns: its heading}"""
    dollars = _("Average pay, %(year)s dollars") % {"year": region.end_year}
    if wages == NOMINAL:
        dollars = _("Average pay, dollars of each year")
    return {
        "jobs": _("Jobs in the region"),
        "lq": _("Location quotient"),
        "wage": dollars,
        "base": _("Jobs, %(base)s") % {"base": base_name},
        "hidden": _("Undisclosed cells, region"),
        "base_hidden": _("Undisclosed cells, %(base)s") % {"base": base_name},
    }


def groups(region, base_name, wages, columns):
    """The upper line of headings: (label, number of columns)."""
    spans = {group: sum(column.group == group for column in columns) for group in GROUPS}
    labels = group_labels(region, base_name, wages)
    return [
        {"label": label, "span": spans[group]} for group, label in labels.items() if spans[group]
    ]


def column_choices(region, base_name, choices):
    """The groups of columns, and which of them are shown."""
    labels = group_labels(region, base_name, choices.wages)
    labels["code"] = _("Same code in both years?")
    return [
        {"value": group, "label": labels[group], "chosen": group not in choices.without}
        for group in GROUPS
    ]


def heading(column, region, choices):
    years = {START: region.start_year, END: region.end_year}
    return link(column.name, years.get(column.heading, column.heading), choices)


def link(name, label, choices):
    """A heading that sorts: ascending first for words, descending first for figures."""
    sort = choices.sort or "naics"
    words = name in ("naics", "title", "comparability")
    standing = {name: "ascending", f"-{name}": "descending"}.get(sort, "")
    if standing:
        target = name if sort.startswith("-") else f"-{name}"
    else:
        target = name if words else f"-{name}"
    return {"label": label, "sort": standing, "query": choices.link(sort=target)}


def estimated(sources, region):
    """The names of the columns that rest on an estimate."""
    years = {region.start_year: "start", region.end_year: "end"}
    names = set()
    for source in sources:
        if source.status == Status.ESTIMATE:
            names |= touched(years[source.year], set(source.areas), region)
    return names


def touched(when, areas, region):
    names = {f"lq_{when}", "lq_change"}
    if region.base in areas:
        names.add(f"base_employment_{when}")
    if areas & set(region.area_codes):
        names |= {f"employment_{when}", f"wage_{when}", "growth", "wage_change"}
    return names


# --- Rows -------------------------------------------------------------------------------------


def means(workings):
    """{key of a highlight: the region's mean}: of its industries' jobs, of all growth, all pay."""
    totals, span = workings.totals, workings.span
    return {
        "size": workings.table.employment_end.mean(),
        "growth": float(growth.annual(totals.start, totals.end, span.end - span.start)),
        "pay": workings.pay,
    }


def row(record, region, columns, limits):
    return {
        "naics": record["naics"],
        "title": record["title"],
        "cells": [cell(record, column, limits) for column in columns],
        "comparability": standing(record) or comparability(record["comparability"], region),
        "comparable": record["comparability"] in COMPARED,
        "bridged": bool(record["bridged_from"]),
    }


def cell(record, column, limits=MappingProxyType({})):
    value = record[column.name]
    if figures.known(value):
        text = WRITERS[column.write](value)
        return {
            "text": text,
            "known": True,
            "estimate": holds_estimates(record, column),
            "mark": highlights.mark(column.name, value, limits),
        }
    return {"text": why_unknown(record, column), "known": False}


def holds_estimates(record, column):
    """Whether estimates of suppressed cells are in a figure; the base's are never estimated."""
    return any(record[ESTIMATED_AMONG[name]] for name in column.hidden if name in ESTIMATED_AMONG)


WRITERS = {
    "jobs": figures.jobs,
    "quotient": figures.quotient,
    "difference": figures.difference,
    "dollars": figures.dollars,
    "change": figures.percent,
    "number": figures.number,
}


def why_unknown(record, column):
    """The word in place of a figure."""
    if column.without == "matched_start" and record["comparability"] not in COMPARED:
        return _("not comparable")
    if rests_on_too_little(record, column):
        return _("n/a: under 1 job")
    if figures.known(record[column.without]):
        return figures.missing()
    return figures.missing(sum(record[name] for name in column.hidden))


def rests_on_too_little(record, column):
    """Whether a figure is left out because estimates of under a job would make it."""
    if column.write == "dollars":
        return next_to_nothing(record, "employment", column.name.removeprefix("wage_"))
    return column.without == "matched_start" and too_small(record)


def comparability(phrase, region):
    """In words, for the page."""
    return {
        industries.COMPARABLE: _("yes"),
        industries.ONLY_AT_START: _("ended before %(year)s") % {"year": region.end_year},
        industries.ONLY_AT_END: _("new since %(year)s") % {"year": region.start_year},
        industries.UNKNOWN: _("not a NAICS code"),
    }.get(phrase) or _("content changed in %(years)s") % {
        "years": phrase.removeprefix("changed in ")
    }
