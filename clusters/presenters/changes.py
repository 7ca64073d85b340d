"""The history of a cluster's definition in words."""

from django.utils.translation import gettext as _

from clusters.models import ClusterIndustry
from core.workflow import history_of


def of(cluster, titles):
    """The changes, newest first, as the timeline component places them."""
    return [
        {"label": sentence(move, titles), "by": move.by_name, "at": move.at}
        for move in history_of(cluster).order_by("-at", "-pk")
    ]


def sentence(move, titles):
    """What one change did; `note` holds the name or the code that it was about."""
    sentences = {
        "define": _("Defined as “%(note)s”"),
        "rename": _("Renamed to “%(note)s”"),
        "describe": _("Described anew"),
        "add_industry": _("Added %(industry)s as %(after)s"),
        "change_role": _("Changed %(industry)s from %(before)s to %(after)s"),
        "take_over": _("Took over the list of “%(note)s” as %(after)s"),
        "remove_industry": _("Took out %(industry)s"),
    }
    return sentences[move.name] % {
        "note": move.note,
        "industry": f"{move.note} {titles.get(move.note, '')}".strip(),
        "before": role(move.before),
        "after": role(move.after),
    }


def role(value):
    return ClusterIndustry.Role(value).label.lower() if value else ""
