"""What is said when something about invitations cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "meeting_in_the_past": _(
        "The first meeting lies in the past. Nothing was stored. Choose a day to come."
    ),
    "reply_after_meeting": _(
        "The answer is asked for after the meeting. Nothing was stored. Choose a reply-by date "
        "before it."
    ),
    "letter_missing": _(
        "There is no letter yet, so nothing was sent. Write it first; a text to start from is "
        "there."
    ),
    "letter_without_co_chair": _(
        "Nobody signs the letter: the group has no co-chair, so nothing was sent. Give one or "
        "more people a co-chair's seat first."
    ),
    "letter_without_invitee": _(
        "Nobody is on the invitation list, so nothing was sent. Add people to the list first."
    ),
    "letters_all_sent": _(
        "Everybody with an e-mail address has been sent the letter, so nothing was sent twice. "
        "People without an address get theirs on paper."
    ),
    "nobody_to_remind": _(
        "There is nobody to remind: all have answered, or were reminded within the last day. "
        "Nothing was sent."
    ),
    "not_invited_yet": _(
        "%(name)s has not been sent the letter yet. Nothing was recorded. Send it, or mark it as "
        "posted, and record the answer then."
    ),
    "letters_going_out": _(
        "The letter to %(name)s is going out at this moment, has arrived, or was put back "
        "already. Nothing was changed. Reload the list to see where it stands."
    ),
    "mail_server_away": _(
        "The mail server could not be reached; %(sent)s went out before that, and what has gone "
        "out is not sent again. Try again later, or tell whoever runs the server."
    ),
}
