"""The steps of lead and recorder in words, and which of them is undone next."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from mobilization.models.plans import PROCESS as DECIDING
from mobilization.models.presentations import PROCESS as PRESENTING
from mobilization.models.teams import PROCESS as ENDING
from mobilization.queries import deeds as queries

SENTENCES = {
    "checked_in": _("Check-in of %(name)s"),
    "check_in_undone": _("Check-in of %(name)s taken back"),
    "excused": _("%(name)s excused"),
    "expected": _("%(name)s excused no more"),
    "walked_in": _("%(name)s added and checked in"),
    "stands_in": _("%(name)s comes in the place of %(other)s"),
    "stands_in_no_more": _("%(name)s comes in the place of nobody"),
    "handed_over": _("Lead handed over to %(name)s"),
    "let_in": _("Phone of %(name)s let in"),
    "turned_away": _("Phone of %(name)s turned away"),
    "card_typed": _("Card of %(name)s typed"),
    "card_scanned": _("Photo of the card of %(name)s kept"),
    "flip_chart_scanned": _("Photo of the flip chart of %(name)s kept"),
    "scan_removed": _("Photo of %(name)s taken away for good"),
    "categories_changed": _("Categories changed"),
    "requirement_added": _("“%(text)s” added to the list"),
    "requirement_edited": _("“%(text)s” changed"),
    "requirement_reworded": _(
        "“%(text)s” in the place of “%(before)s” (dots there: %(dots)s): %(reason)s"
    ),
    "requirement_removed": _("“%(text)s” taken off the list"),
    "filed": _("“%(text)s” filed"),
    "said_before": _("“%(text)s” matched as already said"),
    "unlinked": _("“%(text)s” filed no more"),
    "paper_dot": _("Dot of %(name)s typed in"),
    "paper_dot_back": _("Dot of %(name)s taken back"),
    "paper_offer": _("Offer of %(name)s"),
    "ballot_typed": _("Ballot of %(name)s typed in"),
    "area_made": _("Area “%(name)s” made"),
    "area_renamed": _("Area renamed “%(name)s”"),
    "grouped": _("Requirements put into “%(name)s”"),
    "ungrouped": _("Requirements taken out of their area"),
    "area_removed": _("Area “%(name)s” taken apart"),
    "areas_shown": _("Areas shown to the room"),
    "areas_hidden": _("Areas taken off the screens"),
    "comfort_asked": _("Comfort asked"),
    "hands_counted": _("Hands counted"),
    "comfort_closed": _("Comfort closed"),
    "volunteered": _("%(person)s volunteers for “%(name)s”"),
    "volunteer_struck": _("%(person)s struck from the volunteers for “%(name)s”"),
    "passed_over": _("No champion for “%(name)s”: on to the next"),
    "asked_again": _("“%(name)s” asked again"),
    "drafting_chosen": _("How the plans are drafted"),
    "team_formed": _("Team “%(name)s” formed"),
    "team_changed": _("Team “%(name)s” changed"),
    "member_added": _("%(person)s added to “%(name)s”"),
    "member_removed": _("%(person)s struck from “%(name)s”"),
    "team_undone": _("Team “%(name)s” undone"),
    "timer_started": _("Timer started"),
    "timer_changed": _("Timer changed"),
    "timer_stopped": _("Timer stopped"),
    "presenter_named": _("%(person)s named to present “%(name)s”"),
    "order_changed": _("Order of the presentations changed: “%(name)s”"),
    "noted": _("“%(text)s” written on the flip chart of “%(name)s”"),
    "struck": _("“%(text)s” taken off the flip chart of “%(name)s”"),
}
LONGEST = 60


@dataclass(frozen=True)
class Step:
    """A step in words, who took it and when, and who undid it."""

    pk: int
    words: str
    by: str
    at: datetime
    undone_by: str
    is_open: bool


def steps(meeting, process):
    """{steps: [Step] newest first, last_step: the one to undo next, or None}."""
    found = [step_of(deed, meeting, process) for deed in queries.last(meeting)]
    return {"steps": found, "last_step": next((step for step in found if step.is_open), None)}


def step_of(deed, meeting, process):
    undone = getattr(deed, "undone_by", None)
    return Step(
        pk=deed.pk,
        words=words_of(deed, process),
        by=deed.by_name,
        at=deed.at,
        undone_by=undone.by_name if undone else "",
        is_open=undone is None and deed.part == meeting.state and not deed.is_final,
    )


def words_of(deed, process):
    """The step as it is called on the buttons; long texts are cut."""
    if deed.kind == "moved":
        return str(process.steps[deed.words["move"]].label)
    if deed.kind == "presented":
        return f"{deed.words['name']}: {PRESENTING.steps[deed.words['move']].label}"
    if deed.kind == "plan_decided":
        return f"{deed.words['name']}: {DECIDING.steps[deed.words['move']].label}"
    if deed.kind == "team_ended":
        return f"{deed.words['name']}: {ENDING.steps[deed.words['move']].label}"
    return SENTENCES[deed.kind] % {name: shortened(text) for name, text in deed.words.items()}


def shortened(text):
    text = str(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
