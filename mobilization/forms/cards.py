"""The form of a card, for a phone and for the recorder alike."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mobilization.models import Card


class Phrase(forms.Textarea):
    """Room for a phrase on a narrow screen; line breaks become spaces."""

    def __init__(self):
        super().__init__(attrs={"rows": 2})

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value and " ".join(value.split())


class CardForm(forms.ModelForm):
    class Meta:
        model = Card
        fields = ["vision", "first", "second", "third"]
        widgets = {name: Phrase() for name in fields}
        labels = {"first": _("First requirement: what the cluster needs most")}
        help_texts = {"vision": _("Where the cluster stands in five years, in a few words.")}


class PaperCardForm(CardForm):
    """The recorder's: whoever opened it types at once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["vision"].widget.attrs["autofocus"] = True
