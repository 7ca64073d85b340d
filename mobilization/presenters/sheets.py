"""The blank sheets that can be printed each alone, and what they are for."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Sheet:
    title: str
    purpose: str


SHEETS = {
    "conceptual": Sheet(
        _("Conceptual plan"),
        _("One page for a team: goal, outcomes, steps, members. Handed out in Meeting 1."),
    ),
    "action": Sheet(
        _("Action plan"),
        _("The same with timeline, what it takes, and commitments. Handed out in Meeting 2."),
    ),
    "cards": Sheet(
        _("Vision and requirements cards"),
        _("Two cards of 5 by 7 inches on a sheet: print both sides, cut across."),
    ),
    "reply": Sheet(
        _("Reply form"),
        _("For an answer by post, fax or telephone, with the next meeting filled in."),
    ),
    "protocol": Sheet(
        _("Interview protocol"),
        _("Eleven parts for a talk of 45 to 60 minutes with an employer of the cluster."),
    ),
}


def listed(jobs):
    """[(key, Sheet, [jobs])]: each sheet with what was made of it last, for either paper."""
    return [
        (key, sheet, [job for kind, job in jobs.items() if kind.startswith(f"blank_{key}_")])
        for key, sheet in SHEETS.items()
    ]
