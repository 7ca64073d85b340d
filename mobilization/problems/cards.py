"""What is said when something about cards cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "card_from_phone": _(
        "%(name)s wrote this card on a phone, and it is kept as it is. Ask them to change it there."
    ),
    "paper_card_changed": _(
        "Somebody else typed the card of %(name)s after you opened this page. Theirs is kept, and "
        "stands beside yours below; what you typed is kept in the fields. Compare both with the "
        "paper, and store again if yours is right."
    ),
    "list_has_changed": _(
        "The list has changed meanwhile. Nothing was filed. Reload the page and choose again."
    ),
    "category_gone": _(
        "The category “%(name)s” was taken off meanwhile. Nothing was filed. Choose another one."
    ),
    "line_is_empty": _("This line of the card is empty. Nothing was added to the list."),
    "requirement_listed": _(
        "This requirement is on the list already: “%(text)s”. Nothing was changed. Use “Already "
        "said” for a further card, or choose other words."
    ),
    "rewording_without_reason": _(
        "There are dots on “%(text)s” (%(dots)s), which would count for other words. Nothing was "
        "changed. Say in a sentence why it is reworded; the words of before stay in the history."
    ),
    "requirement_has_dots": _(
        "There are dots on “%(text)s”, so it stays on the list. You can change its words."
    ),
}
