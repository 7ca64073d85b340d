"""The minutes of a timer."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 240  # minutes


class TimerForm(forms.Form):
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=LONGEST)


class ChangeForm(forms.Form):
    """More minutes, or fewer."""

    minutes = forms.IntegerField(min_value=-LONGEST, max_value=LONGEST)
