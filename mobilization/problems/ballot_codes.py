"""What is said when something about ballot codes cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "ballot_code_unknown": _(
        "No ballot of this meeting bears the code “%(typed)s”. Nothing was stored. Read it again "
        "from the paper; a ballot without a code is typed in from the list of people."
    ),
    "ballot_without_numbers": _(
        "No number was typed, so nothing was stored yet. Is the ballot of %(name)s empty? Then "
        "press “This ballot is empty”; else type its numbers."
    ),
    "paper_ballot_changed": _(
        "Somebody else changed the recorded dots of %(name)s after you opened this page. Theirs "
        "are kept, and marked below; what you typed is kept in the field. Compare both with the "
        "paper, and save again if yours are right."
    ),
    "ballot_entered_already": _(
        "%(who)s has typed in the ballot of %(name)s already, and it is kept. Nothing was stored "
        "twice. To correct it, open the ballot of %(name)s from the list of people."
    ),
}
