"""The words for figures: every page, letter and document writes numbers the same way.

A figure that is not known is never a zero: `None` or not-a-number becomes a word.
"""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

MINUS = "\N{MINUS SIGN}"
SPACE = "\N{NO-BREAK SPACE}"


def known(value):
    """False for None and for not-a-number, the only value that differs from itself."""
    return value is not None and value == value


def missing(undisclosed=0):
    """The word in place of a figure; `undisclosed` counts the cells that were left out."""
    return _("undisclosed") if undisclosed else _("n/a")


def jobs(value, undisclosed=0):
    """Employment: 66,370."""
    return number(value) if known(value) else missing(undisclosed)


def dollars(value, undisclosed=0):
    """Pay in whole dollars: $31,170."""
    return f"${number(value)}" if known(value) else missing(undisclosed)


def quotient(value, undisclosed=0):
    """A location quotient: 0.98."""
    return number(value, 2) if known(value) else missing(undisclosed)


def difference(value):
    """What was added to a quotient: +0.12."""
    return signed(value, 2) if known(value) else missing()


def percent(fraction):
    """A change as a fraction, in per cent: +4.0 %."""
    return f"{signed(100 * fraction, 1)}{SPACE}%" if known(fraction) else missing()


def growth(fraction):
    """Average annual growth: +4.0 % a year."""
    return (
        _("%(percent)s a year") % {"percent": percent(fraction)} if known(fraction) else missing()
    )


def number(value, decimals=0):
    return number_format(round(float(value), decimals), decimals, force_grouping=True)


def exact(value, decimals=2):
    """A number with the decimals that it has, but with no more than these: 1,347.33 or 1,263."""
    if not known(value):
        return missing()
    rounded = round(float(value), decimals)
    needed = next(places for places in range(decimals + 1) if round(rounded, places) == rounded)
    return number(rounded, needed)


def signed(value, decimals):
    """The number with its sign; what rounds to zero has none."""
    rounded = round(float(value), decimals)
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else ""
    return sign + number(abs(rounded), decimals)
