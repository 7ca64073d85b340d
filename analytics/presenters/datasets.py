"""The words for data sets."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from analytics.presenters.figures import number
from analytics.sources import areas


def holds(dataset, whole_years=frozenset()):
    """What a data set holds, for example: 15 areas, 2016–2023.

    `whole_years` are the (area, year) whose four quarters are held, here or in other data sets.
    """
    if dataset.area_count > 1:
        place = _("%(count)s areas") % {"count": number(dataset.area_count)}
    else:
        place = areas.name(dataset.first_area)
        if place == dataset.first_area:
            place = dataset.first_area_title or place
    return f"{place}, {span(dataset.first_year, dataset.last_year)}{quarters(dataset, whole_years)}"


def span(first, last):
    return str(first) if first == last else f"{first}–{last}"


def quarters(dataset, whole_years):
    """Which quarters a data set holds, and whether they make a year yet; '' for whole years."""
    if not dataset.last_quarter:
        return ""
    words = _(", quarter %(quarters)s") % {
        "quarters": span(dataset.first_quarter, dataset.last_quarter)
    }
    if (dataset.first_area, dataset.first_year) not in whole_years:
        words += _("; no year yet, which takes all four quarters")
    return words


def origin(dataset):
    """Who imported a data set and when, and how much of it, as (label, text) pairs."""
    by = dataset.imported_by.name if dataset.imported_by else _("command line")
    at = date_format(timezone.localtime(dataset.imported_at), "SHORT_DATETIME_FORMAT")
    return [
        (_("Imported"), _("%(at)s by %(by)s") % {"at": at, "by": by}),
        (_("Rows"), number(dataset.rows)),
        (_("Rows left out"), number(dataset.refused_rows)),
    ]


def region_summary(region, area_names, base_name, prices):
    """The region as (label, text) pairs."""
    return [
        (_("Areas"), ", ".join(area_names)),
        (
            _("Years"),
            _("%(start)s to %(end)s") % {"start": region.start_year, "end": region.end_year},
        ),
        (_("Compared with"), base_name),
        (_("Price index"), prices),
        (_("Reason"), " ".join(region.reasons) or _("not written down yet")),
    ]
