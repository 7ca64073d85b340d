"""What is said when something about teams cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "no_champion": _(
        "No champion, no team: nobody was named to lead, so no team was formed and the area stays "
        "open. Ask the room again, or go on to the next area."
    ),
    "no_convener": _("Name who calls the team together. No team was formed yet."),
    "date_has_passed": _(
        "This date has passed already. Nothing was stored. Agree on a date to come, or leave it "
        "open for now."
    ),
    "team_formed": _(
        "“%(name)s” has a team already, and it is kept. Nothing was changed. Change that team."
    ),
    "leads_the_team": _(
        "%(name)s is the team's champion or convener. Nothing was changed. Name somebody else in "
        "that place first."
    ),
    "team_not_open": _(
        "“%(name)s” takes nobody in here: either Meeting 1 is open, where people join in the room, "
        "or the team or its plan was merged or disbanded. Nothing was changed."
    ),
    "team_ended": _(
        "The group has merged or disbanded “%(name)s”, so no plan was started. A facilitator can "
        "undo that in the meeting that decided it."
    ),
    "team_has_plan_now": _(
        "“%(name)s” has a plan by now. Nothing was changed. Merge or disband the plan; its team "
        "goes with it."
    ),
    "team_has_plan": _(
        "The team “%(name)s” has begun its plan, or people were asked to join it, so it stays. "
        "Meeting 2 can disband it."
    ),
}
