"""The rows of the NAICS table in words."""

from types import MappingProxyType

from django.utils.translation import gettext as _

from analytics.indicators.naics import COMPARED, next_to_nothing, too_small
from analytics.presenters import figures, highlights
from analytics.presenters.revisions import standing
from analytics.sources import industries

ESTIMATED_AMONG = {"undisclosed_start": "estimated_start", "undisclosed_end": "estimated_end"}


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
        mark = highlights.mark(column.name, value, limits)
        return {
            "name": column.name,
            "text": text,
            "known": True,
            "estimate": holds_estimates(record, column),
            "interval": interval(record, column),
            "mark": mark,
            "looks": f"mark mark--{mark.key}" if mark else "",
        }
    text = why_unknown(record, column)
    return {"name": column.name, "text": text, "known": False, "looks": "undisclosed"}


def holds_estimates(record, column):
    """Whether estimates of suppressed cells are in a figure; the base's are never estimated."""
    return any(record[ESTIMATED_AMONG[name]] for name in column.hidden if name in ESTIMATED_AMONG)


def interval(record, column):
    """Between what a figure lies where estimates are in it: 1,100 to 1,400; '' where that is not
    known, or too close to the figure to be written otherwise.
    """
    write = WRITERS[column.write]
    ends = [record.get(f"{column.name}_{end}") for end in ("low", "high")]
    least, most = (write(end) if figures.known(end) else "" for end in ends)
    if not least or least == most:
        return ""
    if not most:
        return _("%(least)s or more") % {"least": least}
    return _("%(least)s to %(most)s") % {"least": least, "most": most}


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
