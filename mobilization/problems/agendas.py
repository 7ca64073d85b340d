"""What is said when something about agendas cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "no_such_change": _("An agenda cannot be changed like that. Nothing was stored."),
    "agenda_empty": _(
        "An agenda needs at least one item in the meeting itself. Nothing was stored, and what you "
        "typed is kept. Write an item and save again."
    ),
    "team_work_twice": _(
        "The work of the teams stands twice in the agenda. Nothing was stored, and what you typed "
        "is kept. Keep one of the two and save again."
    ),
    "agenda_edited_meanwhile": _(
        "Somebody else stored this agenda while you were writing. Nothing of theirs was changed, "
        "and what you typed is kept below. Compare the two, carry over what you want to keep, and "
        "save again."
    ),
}
