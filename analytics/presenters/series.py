"""Yearly series in words: a page and a file."""

from django.utils.translation import gettext as _

from analytics.indicators.series import COLUMNS
from analytics.presenters import figures
from analytics.presenters.citation import citation_of_region
from analytics.presenters.exports import plain, with_citation
from analytics.presenters.reasons import reason
from analytics.presenters.revisions import share
from core.spreadsheets import to_csv


def rows(series, side):
    """The years of the region (`side` 0) or of the base (1) as the template places them."""
    frame = (series.here, series.base)[side]
    return [
        {
            "year": record["year"],
            "cells": cells(
                record,
                series.held[record["year"]][side],
                series.estimated[record["year"]][side],
                any(series.estimated[record["year"]]),
            ),
        }
        for record in frame.to_dict("records")
    ]


def cells(record, held, estimated, quotient_estimated):
    """The cells of a year; `estimated` ones rest on an estimate of the source."""
    if not held:
        return [cell(_("no data"))] * 6
    hidden, pay = record["undisclosed"], ("pay_nominal", "pay_real")
    return [
        cell(figures.jobs(record["employment"], hidden), record["employment"], estimated),
        cell(figures.number(hidden), hidden),
        cell(quotient(record), record["lq"], quotient_estimated),
        *(
            cell(figures.dollars(record[name], unknown(record)), record[name], estimated)
            for name in pay
        ),
        cell(by_weights(record), record["allocated"]),
    ]


def cell(text, value=None, estimated=False):
    known = figures.known(value)
    return {"text": text, "known": known, "estimate": known and estimated}


def quotient(record):
    """The quotient, or why there is none."""
    if figures.known(record["lq"]):
        return figures.quotient(record["lq"])
    if record["reason"] == "no total":
        return _("n/a: a total is unknown")
    return reason(record["reason"])


def unknown(record):
    """The cells that hide a figure: none where the jobs are known and something else is missing."""
    return 0 if figures.known(record["employment"]) else record["undisclosed"]


def by_weights(record):
    return share(record["allocated"]) if figures.known(record["allocated"]) else figures.missing()


def as_csv(series, cited):
    """Both series as CSV with their citation: a row for each area and year, numbers unrounded,
    unknown values empty; `reason` says why there is no quotient, `flags` what rests on an estimate
    of a source.
    """
    lines = [
        [area, series.code, *(plain(value) for value in row), flags(series, row[0], side)]
        for side, (area, frame) in enumerate((("region", series.here), ("base", series.base)))
        for row in frame[COLUMNS].itertuples(index=False)
    ]
    return with_citation(to_csv(["area", "naics", *COLUMNS, "flags"], lines), cited)


def flags(series, year, side):
    """What has to be said of a year, in words for programs."""
    own, base = series.estimated[year][side], series.estimated[year][1]
    return " ".join(filter(None, ["estimated" * own, "base_estimated" * (base and not side)]))


def cite(series, region, names, prices):
    """The citation of a series, [(label, text)]; `names` as for `citation_of_region`."""
    title = series.title or _("all industries")
    rest = [
        (_("Denominators of the location quotients"), _("all covered employment")),
        (
            _("Pay"),
            _("pay_nominal in dollars of each year, pay_real in dollars of %(year)s, by %(index)s")
            % {"year": region.end_year, "index": prices.title},
        ),
        (_("Industry codes"), _("NAICS codes of %(year)s") % {"year": region.end_year}),
    ]
    table = _("Yearly series: %(industry)s") % {"industry": f"{series.code} {title}"}
    return citation_of_region(table, region, names, series.ownership, rest, series.sources)
