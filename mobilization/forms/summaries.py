"""Forms of a summary: the facilitators' words, and what a co-chair says of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import meter
from mobilization.models import Summary


class WordsForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Summary
        fields = ["overview", "discussion", "next_steps"]
        widgets = {
            "overview": forms.Textarea({"rows": 4}),
            "discussion": forms.Textarea({"rows": 6}),
            "next_steps": forms.Textarea({"rows": 4}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter(*(self.fields[name] for name in self.Meta.fields))


class CorrectionForm(forms.Form):
    note = forms.CharField(
        label=_("What has to be corrected"), max_length=600, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter(self.fields["note"])
