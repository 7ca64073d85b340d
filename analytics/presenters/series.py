"""Yearly series in words: a page and a file."""

from django.utils.translation import gettext as _

from analytics.indicators.series import COLUMNS
from analytics.presenters import figures
from analytics.presenters.exports import plain
from analytics.presenters.revisions import share
from core.spreadsheets import to_csv


def rows(series, side):
    """The years of the region (`side` 0) or of the base (1) as the template places them."""
    frame = (series.here, series.base)[side]
    return [
        {"year": record["year"], "cells": cells(record, series.held[record["year"]][side])}
        for record in frame.to_dict("records")
    ]


def cells(record, held):
    if not held:
        return [cell(_("no data"))] * 6
    hidden = record["undisclosed"]
    return [
        cell(figures.jobs(record["employment"], hidden), record["employment"]),
        cell(figures.number(hidden), hidden),
        cell(figures.quotient(record["lq"], unknown(record)), record["lq"]),
        cell(figures.dollars(record["pay_nominal"], unknown(record)), record["pay_nominal"]),
        cell(figures.dollars(record["pay_real"], unknown(record)), record["pay_real"]),
        cell(by_weights(record), record["allocated"]),
    ]


def cell(text, value=None):
    return {"text": text, "known": figures.known(value)}


def unknown(record):
    """The cells that hide a figure: none where the jobs are known and something else is missing."""
    return 0 if figures.known(record["employment"]) else record["undisclosed"]


def by_weights(record):
    return share(record["allocated"]) if figures.known(record["allocated"]) else figures.missing()


def as_csv(series):
    """Both series as CSV: a row for each area and year, numbers unrounded, unknown values empty."""
    lines = [
        [area, series.code, *(plain(value) for value in row)]
        for area, frame in (("region", series.here), ("base", series.base))
        for row in frame[COLUMNS].itertuples(index=False)
    ]
    return to_csv(["area", "naics", *COLUMNS], lines)
