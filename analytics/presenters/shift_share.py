"""Shift-share in words: a page and a file."""

from django.utils.translation import gettext as _

from analytics.indicators.shift_share import COLUMNS
from analytics.presenters import figures
from analytics.presenters.citation import citation_of_region
from analytics.presenters.exports import plain, with_citation
from core.spreadsheets import to_csv

SORTS = {"naics", "title", *COLUMNS, "share_of_growth"}


def page(found, sort=""):
    """Everything the template places; `found` is a ShiftShare, `sort` a column (- turns it)."""
    return {
        "headings": [heading(name, label, sort) for name, label in headings()],
        "rows": [row(record) for record in order(found.table, sort).to_dict("records")],
        "total": cells(found.total | {"reason": ""}),
        "known": int((found.table.reason == "").sum()),
        "held": len(found.table),
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


def heading(name, label, sort):
    """A heading that sorts: ascending first for words, descending first for figures."""
    words = name in ("naics", "title")
    standing = {name: "ascending", f"-{name}": "descending"}.get(sort, "")
    first = name if words else f"-{name}"
    turned = {name: f"-{name}", f"-{name}": name}.get(sort, first)
    return {"label": label, "sort": standing, "to": turned, "number": not words}


def order(table, sort):
    """The rows by one column, unknown values last; by code unless asked otherwise."""
    name = sort.removeprefix("-")
    if name not in SORTS:
        return table
    return table.sort_values(name, ascending=not sort.startswith("-"), kind="stable")


def row(record):
    return {"naics": record["naics"], "title": record["title"], "cells": cells(record)}


def cells(record):
    """The change, its parts and the share; the reason stands in place of each that is unknown."""
    jobs = [written(record, name, lambda value: figures.signed(value, 0)) for name in COLUMNS]
    return [*jobs, written(record, "share_of_growth", figures.percent)]


def written(record, name, write):
    value = record[name]
    if figures.known(value):
        return {"text": write(value), "known": True}
    return {"text": reason(record["reason"]), "known": False}


def reason(phrase):
    """Why there is no figure."""
    return {
        "suppressed": figures.missing(1),
        "not comparable": _("not comparable"),
        "missing": _("n/a: not in both years"),
        "no base": _("n/a: base lacks an ownership"),
        "zero base": _("n/a: base is zero"),
        "no total": _("n/a: base total unknown"),
    }.get(phrase, _("n/a: the region did not grow"))


def as_csv(found, cited):
    """The table as CSV with its citation: numbers unrounded, an unknown value empty, its reason
    beside it.
    """
    rows = found.table.itertuples(index=False)
    text = to_csv(list(found.table), [[plain(value) for value in row] for row in rows])
    return with_citation(text, cited)


def cite(found, region, names):
    """The citation of a table, [(label, text)]; `names` as for `citation_of_region`."""
    codes = _("NAICS codes of %(year)s") % {"year": region.end_year}
    rest = [(_("Industry codes"), codes)]
    table = _("Shift-share: change of jobs by 4-digit industry")
    return citation_of_region(table, region, names, rest, found.sources)
