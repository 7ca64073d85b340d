"""The highlights of the NAICS table (the Guide, Part I, step 4), by cut-offs of one's own.

A cell is marked where its figure is above a cut-off: a constant, or a multiple of the region's
mean. Each rule has a colour and a symbol, so that it is told apart without colours too.
"""

import math
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from analytics.presenters import figures

MEAN, CONSTANT = "mean", "constant"


@dataclass(frozen=True)
class Rule:
    """A highlight of one column. `by` and `cut` are the Guide's cut-off.

    A constant is written times `scale`: growth in per cent. A rule that is not `relative` has a
    constant cut-off only: the region's own mean of quotients is 1, of their changes 0.
    """

    key: str
    column: str
    label: str | Promise
    symbol: str
    write: object
    by: str = MEAN
    cut: float = 1.0
    scale: int = 1
    relative: bool = True


RULES = (
    Rule("size", "employment_end", gettext_lazy("Jobs"), "●", figures.jobs),
    Rule("growth", "growth", gettext_lazy("Growth a year"), "▲", figures.percent, scale=100),
    Rule(
        "level",
        "lq_end",
        gettext_lazy("Location quotient"),
        "◆",
        figures.quotient,
        by=CONSTANT,
        relative=False,
    ),
    Rule(
        "change",
        "lq_change",
        gettext_lazy("Change of the quotient"),
        "↗",
        figures.difference,
        by=CONSTANT,
        cut=0.0,
        relative=False,
    ),
    Rule("pay", "wage_end", gettext_lazy("Average pay"), "★", figures.dollars),
)


def cuts_of(query):
    """{key: (by, cut)} of the cut-offs that an address asks for and that are not the Guide's."""
    found = {rule.key: asked(rule, query) for rule in RULES}
    return {rule.key: found[rule.key] for rule in RULES if found[rule.key] != (rule.by, rule.cut)}


def asked(rule, query):
    """(by, cut) of a rule; the Guide's where the address has none or one that is no number."""
    by = query.get(f"{rule.key}_by", rule.by)
    by = by if rule.relative and by in (MEAN, CONSTANT) else rule.by
    try:
        cut = float(query.get(f"{rule.key}_cut", ""))
    except ValueError:
        return rule.by, rule.cut
    return (by, cut) if math.isfinite(cut) else (rule.by, rule.cut)


def pairs(cuts):
    """The cut-offs as pairs of an address."""
    return {
        name: value
        for key, (by, cut) in cuts.items()
        for name, value in ((f"{key}_by", by), (f"{key}_cut", f"{cut:g}"))
    }


def thresholds(cuts, means):
    """{column: (rule, number above which it is marked)}; not a number where no mean is known.

    `means` is {key: the region's mean} of the rules that are relative.
    """
    found = {}
    for rule in RULES:
        by, cut = cuts.get(rule.key, (rule.by, rule.cut))
        found[rule.column] = rule, cut * means[rule.key] if by == MEAN else cut / rule.scale
    return found


def mark(column, value, limits):
    """The rule that marks a cell of a column, or None."""
    rule, limit = limits.get(column, (None, None))
    return rule if rule and value > limit else None  # never true of what is not known


def legend(cuts, limits):
    """What each mark says, and the fields that change it: a list of dicts, one for each rule."""
    return [
        {
            "key": rule.key,
            "symbol": rule.symbol,
            "label": rule.label,
            "above": _("above %(cut)s") % {"cut": rule.write(limits[rule.column][1])},
            "by": cuts.get(rule.key, (rule.by, rule.cut))[0],
            "cut": f"{cuts.get(rule.key, (rule.by, rule.cut))[1]:g}",
            "relative": rule.relative,
            "unit": "%" if rule.scale == 100 else "",
        }
        for rule in RULES
    ]
