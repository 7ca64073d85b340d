"""The form of a card, for a phone and for the recorder alike."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Phrase, meter
from mobilization.models import Card
from mobilization.queries import cards as queries


class CardForm(forms.ModelForm):
    """Vision and requirements, each with a meter of its length."""

    class Meta:
        model = Card
        fields = ["vision", "first", "second", "third"]
        widgets = {name: Phrase() for name in fields}
        labels = {"first": _("First requirement: what the cluster needs most")}
        help_texts = {"vision": _("Where the cluster stands in five years, in a few words.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter(*(self.fields[name] for name in self.Meta.fields))


class PaperCardForm(CardForm):
    """The recorder's: whoever opened it types at once. It knows the card that it was opened on."""

    known = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["known"].initial = queries.mark(self.instance if self.instance.pk else None)
        self.fields["vision"].widget.attrs["autofocus"] = True

    def compare_with(self, card):
        """Show what another recorder stored beside what is typed; the next press replaces it."""
        for name, text in queries.words(card).items():
            if self.cleaned_data[name] != text:
                said = _("Stands there now: “%(text)s”") if text else _("Nothing stands there now")
                self.add_error(name, forms.ValidationError(said, params={"text": text}))
        self.data = {**self.data.dict(), "known": queries.mark(card)}
