"""Who owns the establishments: the codes of the QCEW that 4-digit industries come in.

No total over them is published at 4 digits, so all covered employment is the sum of the four.
"""

from django.utils.translation import gettext_lazy as _

from core.problems import Problem

TITLES = {
    "1": _("federal government"),
    "2": _("state government"),
    "3": _("local government"),
    "5": _("private"),
}
COVERED = tuple(TITLES)
NAMES = {
    "covered": COVERED,
    "federal": ("1",),
    "state": ("2",),
    "local": ("3",),
    "private": ("5",),
}


def parse(texts):
    """The sorted codes that words or codes name; all of them for none. Raises Problem."""
    found = set()
    for text in filter(None, (text.strip().casefold() for text in texts)):
        codes = NAMES.get(text, (text,))
        if not set(codes) <= set(COVERED):
            raise Problem("not_ownerships", text=text)
        found |= set(codes)
    return tuple(sorted(found)) or COVERED


def title(codes):
    """Ownerships in words: all covered employment, or the names of those that are counted."""
    if tuple(codes) == COVERED:
        return str(_("all covered employment"))
    return ", ".join(str(TITLES[code]) for code in codes)
