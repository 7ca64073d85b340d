"""What is said when something about demo cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "demo_needs_an_empty_database": _(
        "This database holds initiatives or accounts already, so the demo was not loaded. "
        "Nothing was changed. Load it into an empty database."
    ),
}
