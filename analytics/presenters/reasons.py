"""Why a figure of yearly series or of shift-share could not be formed, in a few words."""

from django.utils.translation import gettext as _

from analytics.presenters import figures


def reason(phrase, others=""):
    """The words for a phrase of the indicators; `others` for those that differ by page."""
    return {
        "suppressed": figures.missing(1),
        "not comparable": _("not comparable"),
        "base not comparable": _("n/a: base not comparable"),
        "base suppressed": _("n/a: undisclosed in the base"),
        "no base": _("n/a: base lacks an ownership"),
        "zero base": _("n/a: base is zero"),
    }.get(phrase, others or figures.missing())
