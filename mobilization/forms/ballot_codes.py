"""The form of a whole paper ballot."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.codes import as_typed


class NumberedChoice(forms.ModelMultipleChoiceField):
    """Requirements by the numbers that they have on the list."""

    def label_from_instance(self, requirement):
        return f"{self.numbers[requirement.pk]}. {requirement.text}"


class BallotCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code on the ballot"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )
    requirements = NumberedChoice(
        None, label=_("Dots on"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, requirements, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["requirements"]
        field.numbers = {row.pk: number for number, row in enumerate(requirements, start=1)}
        field.queryset = requirements

    def clean_code(self):
        return as_typed(self.cleaned_data["code"])
