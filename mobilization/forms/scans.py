"""The form for photos and scans of paper: from the camera of a phone, or as files."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.pictures import LARGEST_FILE

MOST_FILES = 5  # with the photo still within the usual limit for uploads
KINDS = "image/jpeg,image/png,application/pdf"  # what an iPhone takes as HEIC it then sends as JPEG


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files up to MOST_FILES; what they are is looked at one by one later."""

    widget = ManyFiles

    def clean(self, data, initial=None):
        files = [super(FilesField, self).clean(file, initial) for file in data or []]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                _("These are %(count)s files; at most %(most)s are sent at once. Choose again."),
                params={"count": len(files), "most": MOST_FILES},
            )
        return files


class ScanForm(forms.Form):
    photo = forms.FileField(
        label=_("Take a photo"),
        required=False,
        widget=forms.FileInput({"accept": "image/jpeg", "capture": "environment"}),
    )
    files = FilesField(
        label=_("Or choose photos and scans"),
        required=False,
        widget=ManyFiles({"accept": KINDS}),
        help_text=format_lazy(
            _("JPEG, PNG or PDF, up to {limit} MB each, {most} at once."),
            limit=LARGEST_FILE // (1024 * 1024),
            most=MOST_FILES,
        ),
    )

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not self.chosen():
            raise forms.ValidationError(_("Nothing is chosen yet. Take a photo or choose a file."))
        return cleaned

    def chosen(self):
        """The files in all, the photo first."""
        photo = self.cleaned_data.get("photo")
        return [*([photo] if photo else []), *self.cleaned_data.get("files", [])]
