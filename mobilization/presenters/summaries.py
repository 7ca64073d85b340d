"""The words of the summary of Meeting 1."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def summary(facts):
    """What the summary's template places, from the facts of one meeting."""
    return {
        **facts,
        "overview": overview(facts),
        "requirements": ranked(facts["requirements"]),
        "is_counted": facts["ballots"] is not None,
        "tally": tally(facts),
        "teams": [area for area in facts["priorities"] if area["team"]],
    }


def overview(facts):
    """What happened, in sentences."""
    at = localtime(facts["starts_at"])
    held = ngettext(
        "On %(day)s, %(count)d member of the %(cluster)s group met at %(place)s for the first of "
        "three meetings.",
        "On %(day)s, %(count)d members of the %(cluster)s group met at %(place)s for the first "
        "of three meetings.",
        facts["present"],
    ) % {
        "day": date_format(at, "DATE_FORMAT"),
        "count": facts["present"],
        "cluster": facts["cluster"],
        "place": facts["place"],
    }
    return [held, *chaired(facts), found(facts), agreed(facts)]


def chaired(facts):
    if not facts["co_chairs"]:
        return []
    return [_("The co-chairs were %(names)s.") % {"names": listed(facts["co_chairs"])}]


def found(facts):
    visions = ngettext(
        "They wrote %(count)d vision for the next five years",
        "They wrote %(count)d visions for the next five years",
        len(facts["visions"]),
    ) % {"count": len(facts["visions"])}
    requirements = ngettext(
        "and made a list of %(count)d requirement.",
        "and made a list of %(count)d requirements.",
        len(facts["requirements"]),
    ) % {"count": len(facts["requirements"])}
    return f"{visions} {requirements}"


def agreed(facts):
    """The priority areas by name, or that there is none yet."""
    names = [area["name"] for area in facts["priorities"]]
    if not names:
        return _("They have not agreed on priority areas yet.")
    sentence = ngettext(
        "After the vote they agreed on one priority area: %(names)s.",
        "After the vote they agreed on %(count)d priority areas: %(names)s.",
        len(names),
    )
    return sentence % {"count": len(names), "names": listed(names)}


def tally(facts):
    """How many dots were placed; a ballot need not be used up."""
    if facts["ballots"] is None:
        return _("The dots are not counted yet. Totals stand here once the vote is closed.")
    placed = sum(row["dots"] for row in facts["requirements"])
    unused = facts["ballots"] * facts["dots_each"] - placed
    voted = ngettext(
        "%(ballots)d person placed %(placed)d dots, at most %(each)d and at most one on a "
        "requirement.",
        "%(ballots)d people placed %(placed)d dots, each at most %(each)d and at most one on a "
        "requirement.",
        facts["ballots"],
    ) % {"ballots": facts["ballots"], "placed": placed, "each": facts["dots_each"]}
    if not unused:
        return voted
    kept = ngettext(
        "%(unused)d dot stayed unused, as the rules allow.",
        "%(unused)d dots stayed unused, as the rules allow.",
        unused,
    ) % {"unused": unused}
    return f"{voted} {kept}"


def ranked(requirements):
    """Rows with `rank` and `tied`: equal dots share a rank; without a dot there is no rank.

    `requirements` stand with the most dots first.
    """
    totals = [row["dots"] for row in requirements]
    return [
        {
            **row,
            "rank": totals.index(row["dots"]) + 1 if row["dots"] else None,
            "tied": bool(row["dots"]) and totals.count(row["dots"]) > 1,
        }
        for row in requirements
    ]


def listed(words):
    """'a', 'a and b', 'a, b and c'."""
    *most, last = words
    if not most:
        return last
    return _("%(most)s and %(last)s") % {"most": ", ".join(most), "last": last}
