"""The words of the summaries of Meetings 2 and 3."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mobilization.models import Plan
from mobilization.presenters import summaries

State = Plan.State


def summary(facts):
    """What the template places, from the facts of one meeting, whichever of the three."""
    if facts["number"] == 1:
        return summaries.summary(facts)
    plans = [{**plan, "standing": standing(plan)} for plan in facts["plans"]]
    return {**facts, "plans": plans, "overview": overview(facts)}


def overview(facts):
    held = ngettext(
        "On %(day)s, %(count)d member of the %(cluster)s group met at %(place)s for Meeting "
        "%(number)d of three.",
        "On %(day)s, %(count)d members of the %(cluster)s group met at %(place)s for Meeting "
        "%(number)d of three.",
        facts["present"],
    ) % {
        "day": date_format(localtime(facts["starts_at"]), "DATE_FORMAT"),
        "count": facts["present"],
        **{key: facts[key] for key in ("cluster", "place", "number")},
    }
    before = ngettext(
        "%(count)d plan was before the group.",
        "%(count)d plans were before the group.",
        len(facts["plans"]),
    ) % {"count": len(facts["plans"])}
    return [held, *summaries.chaired(facts), before]


def standing(plan):
    """What came of the plan, in one sentence."""
    if plan["state"] == State.MERGED:
        return _("Merged into “%(title)s”.") % {"title": plan["merged_into"]}
    return {
        State.CONCEPTUAL: _("Still a conceptual plan."),
        State.ACTION: _("Goes forward: the team makes it an action plan."),
        State.WITH_LEADERSHIP: _("Goes forward to the Leadership Group."),
        State.APPROVED: _("Approved by the Leadership Group."),
        State.WITHHELD: _("Withheld by the Leadership Group until its conditions are met."),
        State.DISBANDED: _("Does not go forward."),
    }[plan["state"]]
