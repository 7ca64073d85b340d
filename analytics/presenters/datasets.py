"""The words for data sets."""

from django.utils.translation import gettext as _

from analytics.sources import areas


def holds(dataset):
    """What a data set holds, for example: 15 areas, 2016–2023."""
    years = str(dataset.first_year)
    if dataset.last_year != dataset.first_year:
        years = f"{dataset.first_year}–{dataset.last_year}"
    if dataset.area_count > 1:
        return _("%(count)s areas, %(years)s") % {"count": dataset.area_count, "years": years}
    name = areas.name(dataset.first_area)
    if name == dataset.first_area:
        name = dataset.first_area_title or name
    return f"{name}, {years}"


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
        (_("Reason"), region.reason or _("not written down yet")),
    ]
