"""What is said when something about meetings cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "answered_by_letter": _(
        "To the first meeting people are invited by letter, and answer on the page of their "
        "invitation. Nothing was stored. Open your own page and answer there."
    ),
    "own_substitute": _(
        "%(name)s cannot stand in for %(name)s. Nothing was stored. Check %(name)s in from the "
        "list, or choose for whom somebody else comes."
    ),
    "meetings_out_of_order": _(
        "The three meetings follow one another, and Meeting %(number)d is on %(when)s. Nothing was "
        "stored. Choose a time on the other side of it, or move that meeting first."
    ),
    "is_here": _(
        "%(name)s is checked in to this meeting, so there is nothing to excuse. Nothing was "
        "changed."
    ),
    "reason_needed": _(
        "“%(move)s” passes over something that the Guide asks for. Nothing was changed. Look at "
        "what is missing, or write one sentence on why the room goes on all the same."
    ),
    "no_such_part": _("This meeting has no such part. Nothing was changed. Reload the page."),
    "part_not_open": _(
        "The meeting is at “%(state)s” now, where this cannot be done. Nothing was changed; "
        "what was stored before is kept. Ask a facilitator if the part should be opened again."
    ),
    "no_seat": _(
        "%(name)s has no seat in this group. Nothing was changed. Add the person to the group's "
        "list first."
    ),
    "not_checked_in": _(
        "%(name)s is not checked in to this meeting. Nothing was stored. Check in first, then "
        "send it again."
    ),
    "took_part": _(
        "%(name)s has a card, a photo of one, dots, or an answer on the comfort in this meeting, "
        "so the check-in stays. Nothing was changed."
    ),
    "no_such_code": _(
        "No open meeting has this code, or too many wrong ones came from here. Nothing was stored. "
        "Look at the screen again, or ask a facilitator to check you in at the desk."
    ),
    "door_is_crowded": _(
        "So many phones wait at the door that yours has no place there. Nothing was stored. Ask a "
        "facilitator to check you in at the desk."
    ),
    "guest_answered": _(
        "Somebody else has answered %(name)s already. Nothing was changed. Look at the list."
    ),
    "has_a_phone": _(
        "%(name)s is in this meeting with a phone already, so nobody else was let in under this "
        "name. If that phone joined by the code, take it back first; else type card and dots "
        "from paper."
    ),
    "step_undone_already": _(
        "This step was undone already. Nothing was changed. Look at the list of steps."
    ),
    "step_has_grown": _(
        "This step cannot be undone any more: something was changed or built on it since. Nothing "
        "was changed, and what others wrote is kept. Undo another step from the list of steps, or "
        "put it right by hand."
    ),
    "of_another_meeting": _(
        "This belongs to another meeting. Nothing was changed. Reload the page."
    ),
}
