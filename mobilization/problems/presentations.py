"""What is said when something about presentations cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "no_presentations_here": _(
        "In Meeting 1 no team presents. Nothing was stored. Name presenters for Meetings 2 and 3."
    ),
    "presenter_not_on_team": _(
        "%(name)s is not on this team. Nothing was stored. Choose one of its members."
    ),
    "presenter_changed": _(
        "Somebody else was named to present meanwhile. Nothing was stored. Reload the page."
    ),
}
