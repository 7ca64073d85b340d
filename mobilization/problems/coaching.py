"""What is said when something about coaching cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "not_a_facilitator": _(
        "%(name)s does not facilitate in this initiative. Nothing was stored. Choose a manager, "
        "facilitator or recorder of the support team."
    ),
    "talk_ahead": _(
        "This day is still to come. Nothing was stored, and your words are kept. Give the day of "
        "the talk."
    ),
}
