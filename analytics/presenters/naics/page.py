"""The NAICS table as a page: columns, rows in words, order and choice of industries."""

from django.utils.translation import gettext as _

from analytics import queries
from analytics.indicators import growth
from analytics.models import Status
from analytics.presenters import highlights
from analytics.presenters.naics.choices import in_short, ownership_choices
from analytics.presenters.naics.columns import CODES, COLUMNS
from analytics.presenters.naics.headings import column_choices, groups, heading, link
from analytics.presenters.naics.rows import row
from analytics.sources import industries, ownerships

SORTABLE = {"naics", "title", "comparability", *(column.name for column in COLUMNS)}


def page(workings, *, region, choices, named=None):
    """Everything the template places, from a Workings and what was asked, a TableChoices.

    `named` are the codes of the industries that a chosen study names.
    """
    table, sources, base_name = workings.table, workings.sources, workings.base
    limits = highlights.thresholds(choices.cuts, means(workings))
    columns = [column for column in COLUMNS if column.name not in choices.without]
    chosen = order(choose(table, choices, named), choices.sort).join(workings.ends, on="naics")
    marked, version = estimated(sources, region), queries.redefinitions(region).count()
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
        # The first brings the reader back to the same rows and columns; the second, of which a
        # page has thousands, to the same figures.
        "explained": after_code(choices.link(), version),
        "figures": after_code(choices.figures_query, version),
        "width": len(columns) + 3,
        "marks": highlights.legend(choices.cuts, limits),
        "columns": column_choices(region, base_name, choices),
        "with_codes": CODES not in choices.without,
        "shown": len(chosen),
        "held": len(table),
        "sectors": sector_choices(table, choices.sector),
        "ownerships": ownership_choices(choices.ownership),
        "owned": ownerships.title(choices.ownership),
        "in_short": in_short(workings, choices),
        "wages": choices.wages,
        "vintage": choices.vintage,
        "cells": choices.cells,
        "unestimated": unestimated(table),
        "has_estimates": bool(marked),
    }


def after_code(query, version):
    """What follows an industry's code in the address of the page that explains its figures.

    The version of the region lets that page say whether the region has changed since.
    """
    return f"/?{query}&region={version}" if query else f"/?region={version}"


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


# --- Estimates and means ------------------------------------------------------------------------


def estimated(sources, region):
    """The names of the columns that rest on an estimate."""
    years = {region.start_year: "start", region.end_year: "end"}
    names = set()
    for source in sources:
        if source.status == Status.ESTIMATE:
            names |= touched(years[source.year], set(source.areas), region)
    return names


def unestimated(table):
    """How many suppressed cells of the table no estimate stands in for."""
    hidden = table.undisclosed_start.sum() + table.undisclosed_end.sum()
    return int(hidden - table.estimated_start.sum() - table.estimated_end.sum())


def touched(when, areas, region):
    names = {f"lq_{when}", "lq_change", "lq_change_relative"}
    if region.base in areas:
        names.add(f"base_employment_{when}")
    if areas & set(region.area_codes):
        names |= {f"employment_{when}", f"wage_{when}", "growth", "wage_change"}
    return names


def means(workings):
    """{key of a highlight: the region's mean}: of its industries' jobs, of all growth, all pay."""
    totals, span = workings.totals, workings.span
    return {
        "size": workings.table.employment_end.mean(),
        "growth": float(growth.annual(totals.start, totals.end, span.end - span.start)),
        "pay": workings.pay,
    }
