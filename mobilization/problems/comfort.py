"""What is said when something about comfort cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "comfort_asked_already": _(
        "The group's comfort is being taken already, and the answers are kept. Nothing was "
        "changed. Close that question first, then ask again."
    ),
    "comfort_not_asked": _(
        "The group's comfort is not being taken now. Nothing was stored; answers given before are "
        "kept. Wait until the facilitators ask."
    ),
    "no_such_level": _(
        "This question has no such answer. Nothing was stored. Reload the page and answer again."
    ),
}
