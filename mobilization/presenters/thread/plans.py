"""Stations of the thread between the teams and the outcomes."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mobilization.models import Decision
from mobilization.presenters.measures import measured
from mobilization.presenters.thread.stations import Item, Station, day
from mobilization.presenters.thread.ways import back, page_of_meeting, page_of_plan


def team(found):
    return Station(
        kind=_("Team"),
        title=found.priority.name,
        url=page_of_meeting(found.priority.meeting),
        sentence=led(found),
    )


def teams(rows, group):
    return Station(
        kind=_("Teams"),
        title=ngettext("%(count)d team", "%(count)d teams", len(rows)) % {"count": len(rows)},
        url=reverse("group_plans", args=[group.initiative.slug, group.cluster.slug]),
        items=[Item(str(row), led(row)) for row in rows],
    )


def led(found):
    names = {"champion": found.champion, "convener": found.convener}
    return _("Champion: %(champion)s. Convener: %(convener)s.") % names


def plan(found):
    return Station(
        kind=_("Plan"),
        title=found.title,
        url=page_of_plan(found),
        sentence=_("%(state)s, version %(number)d.")
        % {"state": found.get_state_display(), "number": found.version},
    )


def decision(found, initiative):
    return Station(
        kind=_("Decision of the Leadership Group"),
        title=found.get_kind_display() if found else _("Not decided yet"),
        url=reverse("leadership", args=[initiative.slug]),
        sentence=about_decision(found) if found else "",
    )


def about_decision(found):
    text = ngettext(
        "Version %(number)d, on %(day)s, with %(count)d member present.",
        "Version %(number)d, on %(day)s, with %(count)d members present.",
        found.member_count,
    )
    values = {
        "number": found.version.number,
        "day": day(found.decided_at),
        "count": found.member_count,
    }
    return " ".join([text % values, *standing(found)])


def standing(found):
    """What became of the decision, or what it asks for."""
    if found.voided_at:
        return [_("An edit of the plan on %(day)s voided it.") % {"day": day(found.voided_at)}]
    if found.kind == Decision.Kind.WITHHELD:
        text = ngettext("%(count)d condition.", "%(count)d conditions.", found.condition_count)
        return [text % {"count": found.condition_count}]
    return []


def outcome(found):
    return Station(
        kind=_("Outcome"),
        title=found.text,
        url=page_of_plan(found.plan),
        sentence=_("Measured by: %(measure)s. Achieved by %(day)s.")
        % {
            "measure": measured(found.measure, found.baseline, found.target),
            "day": date_format(found.due, "DATE_FORMAT"),
        },
    )


def outcomes(found):
    """The outcomes of one plan; each leads back."""
    return Station(
        kind=_("Outcomes"),
        title=ngettext("%(count)d outcome", "%(count)d outcomes", len(found.outcomes.all()))
        % {"count": len(found.outcomes.all())},
        url=page_of_plan(found),
        items=[
            Item(row.text, date_format(row.due, "DATE_FORMAT"), back(found.initiative, row))
            for row in found.outcomes.all()
        ],
    )
