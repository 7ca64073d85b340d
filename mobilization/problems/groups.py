"""What is said when something about groups cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "leader_seated": _(
        "%(name)s sits in the Leadership Group already. Nothing was changed. Look in the list."
    ),
    "reason_missing": _(
        "Say why %(cluster)s was chosen. Nothing was stored. One or two sentences are enough."
    ),
    "cluster_chosen": _(
        "%(cluster)s was chosen already. Nothing was changed. Go on with its cluster group."
    ),
    "person_of_another_initiative": _(
        "%(name)s belongs to another initiative. Nothing was stored. Add the person to this "
        "initiative's people first."
    ),
    "seated_already": _(
        "%(name)s is on the list of %(group)s already. Nothing was stored. Take the name out of "
        "your choice and send the rest again."
    ),
    "group_not_done": _(
        "%(group)s cannot be closed yet: its third meeting is still to end, or a plan waits for a "
        "decision of the meeting. Nothing was changed. Look at the group's plans."
    ),
    "seat_is_invited": _(
        "%(name)s has been sent the letter, so the seat stays and the invitation is kept. Record "
        "“Will not come” if the person is not expected any more."
    ),
}
