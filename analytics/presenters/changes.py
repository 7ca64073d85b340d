"""What a data set changed, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from analytics.presenters import figures
from analytics.sources import areas, industries, ownerships

FIRST_AREAS, FIRST_CODES = 5, 12
TOTAL = "10"  # the code of all industries


def sentences(changes):
    """What came, what changed and what did not, one sentence each."""
    said = [sentence for year in changes.years for sentence in of_year(year)]
    if changes.incomplete:
        said.append(
            _("Its quarters make no year yet of %(places)s; a year takes all four.")
            % {"places": shortened([f"{areas.name(a)} {y}" for a, y in changes.incomplete])}
        )
    return said + (of_counts(changes.counts) if changes.counts else [])


def of_year(new):
    values = {"year": new.year, "areas": shortened([areas.name(area) for area in new.areas])}
    said = [_("%(year)s is new for %(areas)s.") % values]
    if new.before is None:
        return said
    values["before"] = new.before
    values["began"], values["ended"] = titled(new.began, new.year), titled(new.ended, new.before)
    if new.began:
        said.append(_("4-digit codes that %(before)s did not have: %(began)s.") % values)
    if new.ended:
        said.append(_("4-digit codes of %(before)s that are no longer there: %(ended)s.") % values)
    if not new.began and not new.ended:
        said.append(_("It has the same 4-digit codes as %(before)s.") % values)
    return said


def of_counts(counts):
    """How many of the cells that were held before have other values now, and by how much."""
    values = {
        "cells": figures.number(counts.cells - counts.new),
        "changed": figures.number(counts.changed),
        "up": figures.number(counts.up),
        "down": figures.number(counts.down),
    }
    if not counts.changed:
        said = [_("All %(cells)s cells that were held before have the same values.") % values]
    else:
        said = [
            _("Of %(cells)s cells that were held before, %(changed)s have other values.") % values
        ]
    if counts.typical is not None:
        values["typical"] = figures.number(100 * counts.typical, 1)
        said.append(
            _(
                "%(up)s have more jobs and %(down)s fewer; half of them changed by %(typical)s "
                "per cent or less."
            )
            % values
        )
    return said + of_disclosure(counts)


def of_disclosure(counts):
    numbers = (
        (
            counts.disclosed,
            ngettext(
                "%(count)s cell was undisclosed and is known now.",
                "%(count)s cells were undisclosed and are known now.",
                counts.disclosed,
            ),
        ),
        (
            counts.suppressed,
            ngettext(
                "%(count)s cell was known and is undisclosed now.",
                "%(count)s cells were known and are undisclosed now.",
                counts.suppressed,
            ),
        ),
        (
            counts.new,
            ngettext(
                "%(count)s cell was not there before.",
                "%(count)s cells were not there before.",
                counts.new,
            ),
        ),
    )
    return [words % {"count": figures.number(count)} for count, words in numbers if count]


def rows(changes):
    """The largest changes in jobs, for a table."""
    return [
        {
            "area": areas.name(cell.area),
            "year": cell.year,
            "industry": title(cell.industry, cell.year),
            "ownership": ownerships.TITLES.get(cell.ownership, _("all covered")),
            "before": figures.jobs(cell.before),
            "now": figures.jobs(cell.now),
            "change": figures.signed(cell.now - cell.before, 0),
        }
        for cell in changes.largest
    ]


def title(code, year):
    named = _("all industries") if code == TOTAL else industries.title(code, year)
    return f"{code} {named}".strip()


def titled(codes, year):
    return shortened([title(code, year) for code in codes], FIRST_CODES)


def shortened(names, most=FIRST_AREAS):
    """The first of the names, and how many more there are."""
    first, more = "; ".join(names[:most]), len(names) - most
    if more <= 0:
        return first
    return _("%(names)s and %(count)s more") % {"names": first, "count": more}
