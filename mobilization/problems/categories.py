"""What is said when something about categories cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "categories_edited_meanwhile": _(
        "Somebody else changed the categories while you were writing. Nothing of theirs was "
        "changed, and what you typed is kept below. Compare the two, carry over what you want to "
        "keep, and save again."
    ),
    "no_category_left": _(
        "The list needs at least one category. Nothing was stored, and what you typed is kept. "
        "Keep one and save again."
    ),
    "too_many_categories": _(
        "There are at most %(most)s categories, one for each figure key. Nothing was stored, and "
        "what you typed is kept. Take one out, or put two into one, and save again."
    ),
    "category_twice": _(
        "Two categories would be called “%(name)s”. Nothing was stored, and what you typed is "
        "kept. Choose another name and save again."
    ),
    "category_in_use": _(
        "“%(name)s” is in use: %(count)s on the list. Nothing was stored, and what you typed is "
        "kept. Choose the category that they go to, and save again."
    ),
    "category_goes_too": _(
        "The requirements under “%(name)s” cannot go to a category that is taken out as well. "
        "Nothing was stored, and what you typed is kept. Choose one that stays, and save again."
    ),
}
