"""Whose turn it is to read, on all screens: first requirements go round before the others.

Everybody sees who reads and who is next. A vision stands on the screens once it was read out, and
without a name.
"""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from mobilization.queries import cards as queries

LATEST = 3  # visions on the wall, which has the list to show

# What the recorder does next, and what the room is asked.
PROMPTS = {
    "first": _(
        "Each in turn reads the vision and the first requirement, without comments. File it with "
        "one press."
    ),
    "others": _(
        "The first requirement of every card is on the list. Now take the second and third ones: "
        "file what is new, and match what was said already."
    ),
    "missing": _(
        "Every card is on the list. Ask what is missing, discuss until the room is content, and "
        "open the vote then."
    ),
}
QUESTIONS = {
    "first": _("Read your vision and your first requirement. No comments yet."),
    "others": _("What else stands on your card that nobody has said yet?"),
    "missing": _("What is missing? Let us talk it over before we vote."),
}
WITHOUT = ngettext_lazy(
    "%(count)d person here has no card: ask, and type in what is said.",
    "%(count)d people here have no card: ask them too, and type in what they say.",
    "count",
)
OWN = {"now": _("It is your turn"), "coming": _("You are next")}


def round_of(readings):
    """Where the reading stands: "first", then "others", and "missing" once every line is filed."""
    if not readings or not all(row.first_filed for row in readings):
        return "first"
    return "missing" if all(row.is_read for row in readings) else "others"


def queue(readings, called):
    """[Reading] of those who read in this round, in order: `called`, a card's id, goes first."""
    unread = [row for row in readings if not row.is_read]
    waiting = [row for row in unread if not row.first_filed] or unread
    return sorted(waiting, key=lambda row: row.card != called)


def standing(meeting):
    """{round, question, now, coming, visions}: the last three are Readings or None, and texts.

    The vision that was read last stands first.
    """
    readings = queries.reading(meeting)
    now, coming, *_others = [*queue(readings, meeting.called_id), None, None]
    read = sorted(
        (row for row in readings if row.first_filed), key=lambda row: row.first_filed, reverse=True
    )
    which = round_of(readings)
    return {
        "round": which,
        "question": QUESTIONS[which],
        "now": now,
        "coming": coming,
        "visions": [row.vision for row in read],
    }


def prompt(which, without):
    """What the recorder does in this round; in the end those `without` a card are asked, too."""
    if not without or which == "first":
        return PROMPTS[which]
    return format_lazy("{} {}", PROMPTS[which], WITHOUT % {"count": without})


def on_screen(meeting):
    found = standing(meeting)
    visions = found["visions"]
    return {**found, "visions": visions[:LATEST], "earlier": len(visions[LATEST:])}


def on_phone(meeting, person):
    """The same with what it means for `person`, empty for who neither reads nor is next."""
    found = standing(meeting)
    own = (words for key, words in OWN.items() if found[key] and found[key].person == person.pk)
    return {**found, "own_turn": next(own, "")}
