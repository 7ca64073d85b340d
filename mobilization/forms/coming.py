"""The answer to the call to Meeting 2 or 3."""

from django import forms

from mobilization.presenters.coming import BUTTONS


class ReplyForm(forms.Form):
    answer = forms.ChoiceField(choices=BUTTONS)
