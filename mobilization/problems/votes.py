"""What is said when something about votes cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "offer_without_dot": _(
        "There is no dot on “%(text)s” to say this beside. Nothing was stored. Place a dot there "
        "first, and say then what you offer."
    ),
    "vote_has_begun": _(
        "The vote was opened already, so the number of dots stays as it is. Nothing was changed."
    ),
    "no_dots_left": _(
        "All your dots are placed, and they are kept. Take one back before you place another."
    ),
}
