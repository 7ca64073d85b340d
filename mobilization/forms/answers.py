"""What the forms share in which somebody who was asked answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import meter


class Answer(forms.Form):
    """One of the `ANSWERS` of the form, with a note."""

    ANSWERS = []

    answer = forms.ChoiceField(label=_("Answer"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Note"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = self.ANSWERS
        meter(self.fields["note"])
