"""How an outcome is measured, in one phrase: from where it stands today to its target."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def measured(measure, baseline="", target=""):
    """The measure with what is known of its baseline and its target."""
    values = {"measure": measure, "baseline": baseline, "target": target}
    if baseline and target:
        return _("%(measure)s, from %(baseline)s to %(target)s") % values
    if target:
        return _("%(measure)s, to reach %(target)s") % values
    if baseline:
        return _("%(measure)s, today %(baseline)s") % values
    return measure


def measured_by(outcome, day=None):
    """The same for an Outcome, with its day; `day` stands in for the day in words."""
    return _("%(measured)s, by %(day)s") % {
        "measured": measured(outcome.measure, outcome.baseline, outcome.target),
        "day": day or date_format(outcome.due, "DATE_FORMAT"),
    }
