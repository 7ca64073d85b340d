"""Shift-share in words: a page and a file."""

from django.utils.translation import gettext as _

from analytics.indicators.shift_share import COLUMNS, resting
from analytics.presenters import figures, naics
from analytics.presenters.citation import citation_of_region
from analytics.presenters.exports import plain, with_citation
from analytics.presenters.reasons import reason
from core.spreadsheets import to_csv

SORTS = {"naics", "title", *COLUMNS, "share_of_growth"}


def page(found, choices):
    """Everything the template places; `found` is a ShiftShare, `choices` a TableChoices."""
    marked = resting(found.table, found.estimated)
    known = found.table.reason == ""
    rows = order(found.table, choices.sort)
    return {
        "headings": [
            naics.link(name, label, choices) | {"number": name not in ("naics", "title")}
            for name, label in headings()
        ],
        "rows": [
            row(record, marked.loc[place])
            for place, record in zip(rows.index, rows.to_dict("records"), strict=True)
        ],
        "total": cells(found.total | {"reason": ""}, marked[known].any()),
        "known": int(known.sum()),
        "held": len(found.table),
        "has_estimates": bool(marked.any(axis=None)),
    }


def headings():
    return [
        ("naics", _("Code")),
        ("title", _("Industry")),
        ("change", _("Change, jobs")),
        ("national", _("National")),
        ("mix", _("Industry mix")),
        ("competitive", _("Competitive")),
        ("share_of_growth", _("Share of regional growth")),
    ]


def order(table, sort):
    """The rows by one column, unknown values last; by code unless asked otherwise."""
    name = sort.removeprefix("-")
    if name not in SORTS:
        return table
    return table.sort_values(name, ascending=not sort.startswith("-"), kind="stable")


def row(record, marked):
    return {"naics": record["naics"], "title": record["title"], "cells": cells(record, marked)}


def cells(record, marked):
    """The change, its parts and the share; the reason stands in place of each that is unknown.

    Those that are `marked` rest on an estimate of a source.
    """
    writers = dict.fromkeys(COLUMNS, jobs) | {"share_of_growth": figures.percent}
    return [
        written(record, name, write) | {"estimate": bool(marked[name])}
        for name, write in writers.items()
    ]


def jobs(value):
    return figures.signed(value, 0)


def written(record, name, write):
    value = record[name]
    if figures.known(value):
        return {"text": write(value), "known": True}
    return {"text": why(record["reason"]), "known": False}


def why(phrase):
    """Why there is no figure."""
    if phrase == "missing":
        return _("n/a: not in both years")
    if phrase == "no total":
        return _("n/a: base total unknown")
    return reason(phrase) if phrase else _("n/a: the region did not grow")


def as_csv(found, cited):
    """The table as CSV with its citation: numbers unrounded, an unknown value empty, its reason
    beside it; `flags` says whose figures rest on an estimate of a source.
    """
    table = found.table.assign(flags=flags(found))
    rows = table.itertuples(index=False)
    text = to_csv(list(table), [[plain(value) for value in row] for row in rows])
    return with_citation(text, cited)


def flags(found):
    """What has to be said of each row with figures, in words for programs."""
    own = found.estimated[["start", "end", "total"]].any(axis=1)
    base = found.estimated[["base", "base_total"]].any(axis=1)
    known = found.table.reason == ""
    return [
        " ".join(filter(None, ["estimated" * (k and o), "base_estimated" * (k and b)]))
        for k, o, b in zip(known, own, base, strict=True)
    ]


def cite(found, region, names):
    """The citation of a table, [(label, text)]; `names` as for `citation_of_region`."""
    codes = _("NAICS codes of %(year)s") % {"year": region.end_year}
    rest = [
        (_("Growth of the base and of the region"), _("that of all covered employment")),
        (_("Industry codes"), codes),
    ]
    table = _("Shift-share: change of jobs by 4-digit industry")
    return citation_of_region(table, region, names, found.ownership, rest, found.sources)
