"""A kit of copies in words: what is in it, and how many of each."""

from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mobilization.models import AgendaItem, Plan

LEAST_SPARE = 3


@dataclass(frozen=True)
class Copies:
    """One line of the packing list. Without an anchor it is not in the kit, but goes with it."""

    name: str
    copies: int
    how: str
    anchor: str = ""


CARDS = gettext_lazy("Vision and requirements cards")
CHART_WORDS = [
    gettext_lazy("Questions"),
    gettext_lazy("Suggestions"),
    gettext_lazy("What is missing"),
]


def spare(people):
    """Copies beyond one for each who comes: a tenth, at least three."""
    return max(LEAST_SPARE, ceil(people / 10))


def kit(facts, lines):
    """What the kit's template places, from its facts and the lines of the agenda."""
    people = facts["people"]
    more = spare(len(people))
    has_team_work = any(line.kind == AgendaItem.Kind.TEAM_WORK for line in lines)
    worksheets = worksheets_of(facts["number"], has_team_work)
    return {
        **facts,
        "spares": range(more),
        "dot_lines": range(facts["dots_each"]),
        "worksheets": worksheets,
        "charts": charts(facts),
        "rows": people + [None] * more,
        "packing_list": packing_list(facts, len(people) + more, worksheets),
    }


def packing_list(facts, each, worksheets):
    """[Copies] in the order of the kit; `each` is one for everybody and the spare ones."""
    first = facts["number"] == 1
    singles = _("one side")
    return [
        Copies(_("Agenda"), each, singles, "handout"),
        Copies(_("Sign-in sheet"), 1, singles, "sign-in"),
        Copies(_("Name tents"), each, _("stiff paper; cut and fold; printed for each"), "tents"),
        *(for_voting(each) if first else []),
        *(
            Copies(_("Worksheet: %(title)s") % {"title": title}, each, singles, key)
            for key, title in worksheets
        ),
        Copies(_("Flip-chart headings"), 1, _("hang them up, or copy them by hand"), "charts"),
        *papers(facts, each),
    ]


def for_voting(each):
    return [
        Copies(str(CARDS), each, _("5 × 7 inch cards, both sides"), "cards"),
        Copies(_("Ballots"), each, _("cut in four; printed for each"), "ballots"),
        Copies(_("Sheets of dots"), each, _("for those who vote at the charts")),
    ]


def papers(facts, each):
    """What else has to be in the room; only the plans are in the kit itself."""
    if facts["number"] == 1:
        return [Copies(_("Briefing paper"), each, _("from the documents"))]
    before = facts["number"] - 1
    return [
        Copies(
            _("Summary of Meeting %(number)d") % {"number": before}, each, _("from the documents")
        ),
        *(
            Copies(_("Plan: %(title)s") % plan, each, sides_of(plan), f"plan-{plan['id']}")
            for plan in facts["plans"]
        ),
    ]


def sides_of(plan):
    """A conceptual plan is one printed page, an action plan may go on overleaf."""
    return _("one side") if plan["state"] == Plan.State.CONCEPTUAL else _("both sides")


def worksheets_of(number, has_team_work):
    """[(anchor, title)] of the blank sheets that this meeting hands out."""
    conceptual = ("conceptual", _("conceptual plan"))
    action = ("action", _("action plan"))
    if number == 1:
        return [conceptual]
    if number == 2:
        return [conceptual, action] if has_team_work else [action]
    return [action] if has_team_work else []


def charts(facts):
    """[(heading, line below it, [words])] of the flip charts."""
    if facts["number"] == 1:
        return [
            (_("Our vision in five years"), _("One phrase from each card"), []),
            *((name, _("Requirements"), []) for name in facts["categories"]),
            (_("Priority areas"), _("One to three that we work on together"), []),
            *(team_chart(area) for area in facts["areas"] or [""] * 3),
        ]
    return [
        *(
            (plan["title"], _("What the group says of the plan"), CHART_WORDS)
            for plan in facts["plans"]
        ),
        (_("Next steps"), _("Who does what, and by when"), []),
    ]


def team_chart(area):
    """A chart for the names of one team; without an area its name is written by hand."""
    heading = _("Team: %(area)s") % {"area": area} if area else _("Team:")
    return (heading, _("Champion, convener, members, next date"), [])
