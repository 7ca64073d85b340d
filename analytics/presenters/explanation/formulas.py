"""Each figure of an industry: the formula in words and with its numbers in it."""

import re

from django.utils.translation import gettext as _

from analytics.indicators.intervals import RANGED
from analytics.presenters import figures
from analytics.presenters.explanation.reasons import reason
from analytics.presenters.formulas import formulas, totals_of
from analytics.presenters.naics.rows import cell

MOST_TERMS = 6  # of a sum; a longer one is told by its number of cells
SIGNS = {"*": " × ", "/": " / ", "-": f" {figures.MINUS} ", "^": "^"}


def figure(column, record, sums, inputs, resting):
    """One figure as the template places it; `resting` are the columns that rest on an estimate of
    the source.
    """
    shown = cell(record, column)
    return shown | {
        "anchor": column.name,
        "words": words(column.name, inputs),
        "made": made(column, record, sums, inputs),
        "cells": anchor_of(column),
        "reason": "" if shown["known"] else reason(column.name, record, sums, inputs.workings),
        "of_source": shown["known"] and column.name in resting,
        "without_interval": shown.get("estimate") and column.name not in RANGED,
    }


def anchor_of(column):
    """The table of cells that a figure is made from; '' for one of several."""
    place = "base" if column.name.startswith("base_") else "here"
    when = column.name.rpartition("_")[2]
    return f"{place}-{when}" if when in ("start", "end") else ""


def words(name, inputs):
    """The formula of a column in plain words."""
    span, workings = inputs.workings.span, inputs.workings
    years = {"start": span.start, "end": span.end, "base": workings.base}
    kind, _sign, when = name.rpartition("_")
    of_year = years | {"year": years.get(when, "")}
    by_kind = {
        "employment": _("The jobs of %(year)s in all cells of the region that count, added up."),
        "base_employment": _(
            "The jobs of %(year)s in all published cells of the base (%(base)s), added up."
        ),
        "lq": _(
            "The industry’s share of all covered jobs in the region, over its share of all covered "
            "jobs in the base (%(base)s), in %(year)s."
        ),
        "undisclosed": _("The number of suppressed cells in the region in %(year)s."),
        "base_undisclosed": _("The number of suppressed cells in the base (%(base)s) in %(year)s."),
        "wage": _("The wages of %(year)s over the jobs of the same cells."),
    }
    by_name = {
        "growth": _(
            "The jobs of %(end)s over those of %(start)s, to the power of one over the years "
            "between, less one: average growth a year. Only cells that count in both years."
        ),
        "lq_change": _(
            "The quotient of %(end)s less that of %(start)s, both of the cells alone that count in "
            "both years, in the region and in the base (%(base)s). So it can differ from the "
            "difference of the two quotients above."
        ),
        "lq_change_relative": _(
            "The quotient of %(end)s over that of %(start)s, less one, both of the cells alone "
            "that count in both years, in the region and in the base (%(base)s)."
        ),
        "wage_start": _(
            "The wages of %(start)s over the jobs of the same cells, in dollars of %(end)s."
        )
        if workings.prices
        else by_kind["wage"],
        "wage_change": _(
            "Average pay of %(end)s over that of %(start)s, less one. Only cells that count in "
            "both years."
        ),
    }
    return (by_name.get(name) or by_kind[kind]) % of_year


def made(column, record, sums, inputs):
    """The formula with its numbers and its result; '' where it cannot be formed."""
    name, workings = column.name, inputs.workings
    value = record[name]
    if not figures.known(value):
        return ""
    formula = formulas().get(name)
    if formula:
        return f"{with_numbers(formula[0], sums, workings)} = {result(column, value)}"
    terms = addends(name, inputs)
    return f"{terms} = {figures.exact(value)}" if terms else ""


def with_numbers(formula, sums, workings):
    """A formula of `analytics.presenters.formulas` with numbers for names, as people write it."""
    known = {name: figures.exact(value) for name, value in sums.items()}
    if workings.prices is None:
        formula = formula.replace("dollar_ratio*", "")
    for name, value, _meaning in totals_of(workings):
        known[name] = dollar(workings) if isinstance(value, str) else figures.exact(value)
    numbered = re.sub(r"\{?([a-z_]{3,})\}?", lambda found: f"<{found[1]}>", formula)
    signed = re.sub(r"[*/^-]", lambda found: SIGNS[found[0]], numbered)
    return re.sub(r"<([a-z_]+)>", lambda found: known[found[1]], signed)


def dollar(workings):
    """What a dollar of the first year is worth: 282.76 / 226.115, or 1 where pay is nominal."""
    index, span = workings.prices, workings.span
    if index is None:
        return "1"
    end, start = (figures.exact(index.index(year), 3) for year in (span.end, span.start))
    return f"({end} / {start})"


RESULTS = {
    "quotient": lambda value: figures.exact(value, 4),
    "difference": lambda value: figures.signed(value, 4),
    "dollars": lambda value: f"${figures.number(value, 2)}",
    "change": lambda value: f"{figures.signed(100 * value, 3)}{figures.SPACE}%",
}


def result(column, value):
    """A figure with more of its places than the table shows."""
    return RESULTS[column.write](value)


def addends(name, inputs):
    """What is added up: the terms where they are few, else how many there are; '' for one alone."""
    kind, _sign, when = name.rpartition("_")
    cells = inputs.base if kind.startswith("base_") else inputs.here
    cells = cells[cells.year == getattr(inputs.workings.span, when)]
    if kind.endswith("undisclosed"):
        counts = [int(count) for count in cells.cells_suppressed if count]
        return written([str(count) for count in counts]) if max(counts, default=0) > 1 else ""
    return written([term(one) for one in cells[cells.employment.notna()].itertuples()])


def written(terms):
    if len(terms) > MOST_TERMS:
        return _("Sum of %(count)s lines in the table of cells") % {"count": len(terms)}
    return " + ".join(terms) if len(terms) > 1 or "×" in "".join(terms) else ""


def term(one):
    jobs = figures.exact(one.whole_employment)
    return jobs if one.weight == 1 else f"{figures.exact(one.weight, 6)} × {jobs}"
