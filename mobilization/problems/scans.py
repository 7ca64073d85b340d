"""What is said when something about photos and scans of paper cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "scan_disk_full": _(
        "The disk of the server has no room for the photo, so it was not kept. Keep the paper, and "
        "tell whoever runs the server."
    ),
    "step_is_final": _(
        "A photo that was taken away is gone for good, so this step cannot be undone. Nothing was "
        "changed."
    ),
}
