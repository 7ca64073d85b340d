"""The form of a whole paper ballot."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from core.codes import as_typed
from mobilization.models.votes import Offer


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
    work = forms.CharField(
        label=_("Numbers with a W: will work on it"),
        required=False,
        max_length=40,
        help_text=_("Such as 2, 5."),
    )
    champion = forms.CharField(
        label=_("Numbers with a C: could champion it"), required=False, max_length=40
    )

    def __init__(self, *args, requirements, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["requirements"]
        field.numbers = {row.pk: number for number, row in enumerate(requirements, start=1)}
        field.queryset = requirements

    def clean_code(self):
        return as_typed(self.cleaned_data["code"])

    def clean(self):
        """The offers become {id of a requirement: Offer}."""
        cleaned = super().clean()
        chosen = cleaned.get("requirements", [])
        lines = {self.fields["requirements"].numbers[row.pk]: row.pk for row in chosen}
        cleaned["offers"] = {}
        for offer in Offer:
            for number in re.findall(r"\w+", cleaned.pop(offer.value, "")):
                pk = lines.get(int(number)) if number.isdecimal() else None
                if pk is None:
                    self.add_error(offer.value, _("Write numbers of lines that have a dot."))
                    break
                cleaned["offers"][pk] = offer
        return cleaned
