"""The cells behind the figures of one industry, as tables."""

import pandas as pd
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from analytics.models import Status
from analytics.presenters import figures
from analytics.sources import areas, ownerships


def tables(inputs, region):
    """The cells of the region and of the base in both years: four tables, as dicts."""
    span = inputs.workings.span
    return [
        table(f"{place}-{when}", frame[frame.year == year], year, label, inputs)
        for place, frame, label in (
            ("here", inputs.here, region.name),
            ("base", inputs.base, inputs.workings.base),
        )
        for when, year in (("start", span.start), ("end", span.end))
    ]


def table(key, cells, year, label, inputs):
    """One table; columns that say the same of every cell are left out."""
    return {
        "key": key,
        "label": label,
        "year": year,
        "with_codes": bool((cells.old != inputs.code).any()),
        "with_estimates": is_estimated(cells).any(),
        "rows": [row(cell, inputs) for cell in cells.itertuples()],
        "sums": [
            sums(label, counted)
            for label, counted in (
                (_("Sum of what counts"), cells),
                (_("Sum of what counts in changes"), cells[cells.matched]),
            )
            if counted.employment.notna().any()
        ],
        "left_out": int(cells.employment.isna().sum()),
    }


def sums(label, cells):
    """The jobs and wages of some cells, as they stand in the formulas."""
    return {
        "label": label,
        "jobs": figures.exact(cells.employment.sum(min_count=1)),
        "wages": figures.dollars(cells.wages.sum(min_count=1)),
    }


def is_estimated(cells):
    counts = cells.cells_estimated if "cells_estimated" in cells else pd.Series(0, cells.index)
    return counts > 0


def row(cell, inputs):
    """One cell in words; what is suppressed has no numbers."""
    estimated = getattr(cell, "cells_estimated", 0) > 0
    known = figures.known(cell.employment)
    found = {
        "area": inputs.names[cell.area],
        "part": part(cell.part, inputs.workings.span),
        "ownership": ownerships.TITLES[cell.ownership],
        "code": cell.old,
        "establishments": figures.jobs(cell.establishments),
        "jobs": figures.exact(cell.whole_employment) if known else _("undisclosed"),
        "wages": figures.dollars(cell.whole_wages) if known else _("undisclosed"),
        "weight": figures.exact(cell.weight, 6),
        "counted": figures.exact(cell.employment) if known else _("left out"),
        "known": known,
        "estimated": estimated,
        "standing": standing(cell, estimated, known),
        "matched": cell.matched,
        "sources": [position + 1 for position in cell.sources],
    }
    if estimated:
        found["bounds"] = span_of(cell.lower, cell.upper)
        found["interval"] = span_of(cell.low, cell.high)
    return found


def span_of(least, most):
    ends = {"least": figures.exact(least, 1), "most": figures.exact(most, 1)}
    return _("%(least)s to %(most)s") % ends


def standing(cell, estimated, known):
    """What a cell is: published, suppressed or estimated, and how many cells it sums."""
    count = cell.cells_suppressed if estimated or not known else cell.cells_published
    words = _("estimated") if estimated else _("published") if known else _("suppressed")
    if known and not estimated and cell.status == Status.ESTIMATE:
        words = _("estimate of the source")
    if count > 1:
        words += ngettext(", %(count)s cell", ", %(count)s cells", count) % {
            "count": figures.number(count)
        }
    if known and not estimated and cell.cells_suppressed:
        hidden = ngettext("; %(count)s suppressed", "; %(count)s suppressed", cell.cells_suppressed)
        words += hidden % {"count": figures.number(cell.cells_suppressed)}
    return words


def part(text, span):
    """What is told apart inside an area that was summed before it was imported."""
    return {
        "": "",
        "both": _("published in both years"),
        "start": _("published in %(year)s alone") % {"year": span.start},
        "end": _("published in %(year)s alone") % {"year": span.end},
        "neither": _("published in neither year"),
    }.get(text, areas.name(text))


def totals(inputs):
    """All covered jobs, the denominators: a line for each area, their sum, and the base."""
    totals, years = inputs.workings.totals, (inputs.workings.span.start, inputs.workings.span.end)
    held = {(cell.area, cell.year): cell for cell in inputs.totals.itertuples()}
    lines = [
        total(inputs.names[area], [held.get((area, year)) for year in years])
        for area in inputs.areas
    ]
    ends = [figures.jobs(value) for value in (totals.start, totals.end)]
    base = total(inputs.workings.base, [held.get((inputs.base_area, year)) for year in years])
    return {"areas": lines, "region": ends, "base": base}


def total(label, cells):
    """All covered jobs of an area in both years."""
    return {
        "label": label,
        "years": [
            {
                "jobs": figures.jobs(cell.employment, 1) if cell else figures.missing(),
                "sources": [position + 1 for position in cell.sources] if cell else [],
            }
            for cell in cells
        ],
    }
