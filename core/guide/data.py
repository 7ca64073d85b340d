"""Rules for what is made from data: region, table, span of years, briefing paper."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.guide.lights import AMBER, GREEN, Advice, between

# Years in which the National Bureau of Economic Research counts most months of a recession, or
# its lowest employment.
RECESSIONS = {1991, 2001, 2008, 2009, 2020}


def region(activity, commute):
    """A region matches the clustering of activity and the commute shed (Part I, Step 1)."""
    if activity and commute:
        sentence = _("The region is where activity clusters, and where people live and work.")
    else:
        sentence = _(
            "A region should match both where activity clusters and where people commute; say "
            "which of the two these areas do, and adjust them as you learn."
        )
    return Advice(GREEN if activity and commute else AMBER, sentence, _("Part I, Step 1"))


def years_compared(start, end):
    """Growth is judged over 10 to 15 years as well as annually (Part I, Step 5)."""
    span = end - start
    sentence = ngettext(
        "The table spans %(count)d year; the Guide looks at 10 to 15, and at each year between.",
        "The table spans %(count)d years; the Guide looks at 10 to 15, and at each year between.",
        span,
    )
    light = GREEN if 10 <= span <= 15 else AMBER
    return Advice(light, sentence % {"count": span}, _("Part I, Step 5"))


def end_points(start, end):
    """Neither end of the span is a year of recession (Part I, Step 5).

    Growth between two years is that of its end points: from the bottom of a recession it looks
    better than it was, to the bottom worse.
    """
    low = sorted({start, end} & RECESSIONS)
    if not low:
        sentence = _("Neither end of the span is a year of recession.")
        return Advice(GREEN, sentence, _("Part I, Step 5"))
    sentence = _(
        "%(years)s was a year of recession: growth from or to it is that of the business cycle. "
        "Look at the years beside it too."
    )
    return Advice(AMBER, sentence % {"years": ", ".join(map(str, low))}, _("Part I, Step 5"))


def observations(handed_in, team):
    """Each of the team looks at the table before they discuss it (Part I, Steps 5 and 6)."""
    sentence = ngettext(
        "%(handed_in)d of %(team)d member of the support team has handed in observations.",
        "%(handed_in)d of %(team)d members of the support team have handed in observations.",
        team,
    )
    light = GREEN if team and handed_in >= team else AMBER
    figures = {"handed_in": handed_in, "team": team}
    return Advice(light, sentence % figures, _("Part I, Step 5"))


def briefing_pages(count):
    """The briefing paper has 10 to 15 pages (Part II, Step 2)."""
    sentence = ngettext(
        "The briefing paper has %(count)d page; the Guide asks for 10 to 15.",
        "The briefing paper has %(count)d pages; the Guide asks for 10 to 15.",
        count,
    )
    return Advice(between(count, 10, 15), sentence % {"count": count}, _("Part II, Step 2"))
