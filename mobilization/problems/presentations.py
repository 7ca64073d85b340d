"""What is said when something about presentations cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "no_presentations_here": _(
        "In Meeting 1 no team presents. Nothing was stored. Name presenters for Meetings 2 and 3."
    ),
    "presenter_not_on_team": _(
        "%(name)s is not on this team. Nothing was stored. Choose one of its members."
    ),
    "team_not_heard": _(
        "“%(team)s” presents no more: its plan was merged or disbanded. Nothing was changed. "
        "Reload the page to see which teams are left."
    ),
    "presentation_is_on": _(
        "Another team has the floor, so “%(team)s” has to wait. Nothing was changed. End that "
        "team's presentation first."
    ),
    "presenter_named": _(
        "%(name)s is named to present already. Nothing was changed. If it is to be you, tell a "
        "facilitator."
    ),
    "plan_edited_since_copied": _(
        "“%(title)s” has another version than the one you saw, so nothing was stored. Reload the "
        "page, and make the copies from the version that it shows."
    ),
    "presenter_changed": _(
        "Somebody else was named to present meanwhile. Nothing was stored. Reload the page."
    ),
}
