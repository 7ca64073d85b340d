"""What is said when something about asking absent invitees cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "nobody_chosen": _(
        "Nobody was ticked, so nobody was written to. Tick those whom you want in the team."
    ),
    "team_letters_all_sent": _(
        "Everybody who was chosen and gets e-mail has been written to, so nothing was sent twice. "
        "Remind those who do not answer."
    ),
    "team_letter_is_out": _(
        "The letter to %(name)s has gone out already, so nothing was changed. Reload the list to "
        "see where it stands."
    ),
    "not_asked_yet": _(
        "%(name)s has not been written to yet. Nothing was recorded. Send the letter, or mark it "
        "as posted, and record the answer then."
    ),
    "presents_for_the_team": _(
        "%(name)s is to present the team's plan in the next meeting, so nothing was changed. Ask "
        "the facilitators to name somebody else first."
    ),
}
