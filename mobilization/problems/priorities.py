"""What is said when something about priorities cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "priority_name_taken": _(
        "There is a priority area called “%(name)s” already. Nothing was changed. Choose another "
        "name, or put the requirements there."
    ),
    "priority_has_team": _(
        "“%(name)s” has a team or volunteers, so it stays. Nothing was changed. Undo the team and "
        "strike the volunteers first."
    ),
}
