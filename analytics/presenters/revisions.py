"""The words for what the bridge between revisions of NAICS did to an industry."""

from django.utils.translation import gettext as _

from analytics.indicators.naics import BRIDGED_BY_WORDS, NOT_COMPARABLE
from analytics.presenters.figures import SPACE, known, number


def bridge_note(record):
    """From which codes a row was bridged, and the share of its jobs that weights allocated."""
    note = _("bridged from %(codes)s") % {"codes": ", ".join(record["bridged_from"].split())}
    if known(record["bridged_share"]):
        note += _("; %(share)s by weights") % {"share": share(record["bridged_share"])}
    if record["comparability"] == BRIDGED_BY_WORDS:
        note += _("; no national figures of that break")
    return note


def share(fraction):
    """A part of a whole: 14 %; what is small but not nothing is said to be less than 1 %."""
    if 0 < fraction < 0.005:
        return f"<{SPACE}1{SPACE}%"
    return f"{number(100 * fraction)}{SPACE}%"


def standing(record):
    """For a bridged row, whether it can be compared and why; '' for any other."""
    if not record["bridged_from"]:
        return ""
    if record["comparability"] == NOT_COMPARABLE:
        return _("not comparable: %(note)s") % {"note": bridge_note(record)}
    return bridge_note(record)
