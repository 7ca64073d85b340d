"""Forms of planning and checking in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mobilization.models import Meeting


class Moment(forms.DateTimeInput):
    """Date and time with the browser's own picker, in the initiative's time zone."""

    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")


class MeetingForm(forms.ModelForm):
    class Meta:
        model = Meeting
        fields = ["starts_at", "place"]
        widgets = {"starts_at": Moment()}


class WalkInForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    organisation = forms.CharField(label=_("Organization"), max_length=160, required=False)
