"""An earlier study in words."""

from django.utils.translation import gettext as _

from analytics import queries
from analytics.sources import industries


def page(study):
    """What the page of a study shows: its codes, each with its industries of four digits."""
    titles = queries.titles_of(study)
    region = queries.region_of(study.initiative)
    named = queries.named_by(study)
    return {
        "rows": [
            {"code": code, "title": title_of(code, fours, titles)} for code, fours in named.items()
        ],
        "fours": len(titles),
        "region": region,
        "in_table": len(queries.industries_named(study, region.end_year)) if region else 0,
    }


def title_of(code, fours, titles):
    """The title of a code, by the 4-digit industries that it holds or lies in."""
    if code in industries.sectors():
        return _("%(title)s: %(count)s industries") % {
            "title": industries.sectors()[code],
            "count": len(fours),
        }
    if len(code) > 4:
        return _("a part of %(code)s %(title)s") % {"code": fours[0], "title": titles[fours[0]]}
    if len(code) == 4:
        return titles[code]
    return "; ".join(f"{four} {titles[four]}" for four in fours)
