"""The words of the forms: the parts of a plan, and what each decision means."""

from django.utils.translation import gettext_lazy

PARTS = {
    "outcomes": {
        "title": gettext_lazy("Outcomes"),
        "words": gettext_lazy(
            "A few good ones. Say what will be different, how it is measured, and by when. "
            "Empty an outcome to take it out."
        ),
        "legend": gettext_lazy("Outcome"),
        "add": gettext_lazy("Add an outcome"),
    },
    "steps": {
        "title": gettext_lazy("Steps"),
        "words": gettext_lazy(
            "What has to happen, in its order. In the action plan the dates make the timeline."
        ),
        "legend": gettext_lazy("Step"),
        "add": gettext_lazy("Add a step"),
    },
    "needs": {
        "title": gettext_lazy("What it takes"),
        "words": gettext_lazy("Money, expertise and materials, as exactly as you know them."),
        "legend": gettext_lazy("Need"),
        "add": gettext_lazy("Add a need"),
    },
    "commitments": {
        "title": gettext_lazy("Commitments"),
        "words": gettext_lazy(
            "Who has promised what, by when. Without at least one the plan does not go forward."
        ),
        "legend": gettext_lazy("Commitment"),
        "add": gettext_lazy("Add a commitment"),
    },
}


def parts(sheet):
    """The rows of the form with their words."""
    return [{"name": name, "rows": rows, **PARTS[name]} for name, rows in sheet.parts.items()]


MEANINGS = {
    "take_forward": gettext_lazy(
        "The conceptual plan becomes an action plan: the team adds dates, what it takes, and "
        "who has promised what."
    ),
    "merge": gettext_lazy(
        "This plan closes, and its team joins the other. The text stays readable here; the "
        "other plan stays as it is until somebody edits it."
    ),
    "split": gettext_lazy(
        "What you tick goes on as a plan of its own, with the same long-term goal; the rest stays "
        "here. Each of the two keeps at least one outcome."
    ),
    "disband": gettext_lazy("The plan closes for good. Its text and the reason stay readable."),
    "send_to_leadership": gettext_lazy(
        "The plan goes to the Leadership Group, and its co-chairs get a letter."
    ),
}
