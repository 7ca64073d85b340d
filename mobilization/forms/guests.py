"""Forms of the door."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mobilization.models import Guest


class GuestForm(forms.ModelForm):
    """The code from the screen, and who is joining."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
        help_text=_("Six letters and figures, from the screen in the room."),
    )

    field_order = ["code", "name", "organisation", "stands_in_for"]

    class Meta:
        model = Guest
        fields = ["name", "organisation", "stands_in_for"]
        labels = {"name": _("Your name"), "organisation": _("Your organization")}


class LetInForm(forms.Form):
    """As whom a guest is let in, and in whose place; nobody chosen is somebody new to the list."""

    person = forms.ModelChoiceField(None, required=False)
    in_place_of = forms.ModelChoiceField(None, required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("person", "in_place_of"):
            self.fields[name].queryset = people
