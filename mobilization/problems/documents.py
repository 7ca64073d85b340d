"""What is said when something about documents cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "later_meeting_not_planned": _(
        "The meeting is not planned yet, so there is nothing to sum up. Nothing was made. Plan the "
        "meeting first."
    ),
    "plans_not_heard": _(
        "The teams have not been heard yet. Nothing was made. Make the summary when the meeting "
        "has come to its plans."
    ),
    "briefing_without_region": _(
        "The initiative has no region yet, so the briefing paper would have no figures. Nothing "
        "was made. Choose areas and years first."
    ),
    "briefing_without_industries": _(
        "The cluster has no industries yet. Nothing was made. Define the cluster first."
    ),
    "meeting_not_planned": _(
        "Meeting 1 is not planned yet, so there is nothing to sum up. Nothing was made. Plan the "
        "meeting first."
    ),
    "dots_not_counted": _(
        "Meeting 1 is at “%(state)s”: the dots are not counted yet, and no total leaves the room "
        "before. Nothing was made. Make the summary when the vote is over."
    ),
    "no_approved_plan": _(
        "The Leadership Group has not approved a plan of this cluster yet. Nothing was made or "
        "signed. A blueprint holds approved plans only."
    ),
    "no_statement": _(
        "The Leadership Group's statement is missing. Nothing was made. One of its co-chairs "
        "writes and signs it by personal link."
    ),
}
