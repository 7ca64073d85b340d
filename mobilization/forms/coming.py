"""The answer to the call to Meeting 2 or 3, one's own and one that came by telephone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mobilization.presenters.coming import BUTTONS
from mobilization.presenters.meetings import WILL_COME


class ReplyForm(forms.Form):
    answer = forms.ChoiceField(choices=BUTTONS)


class RecordForm(forms.Form):
    """What somebody said of coming, written down by the support team."""

    comes = forms.TypedChoiceField(
        label=_("Answer"),
        choices=[(comes, words) for comes, words in WILL_COME.items() if comes is not None],
        coerce="True".__eq__,
        widget=forms.RadioSelect,
    )
