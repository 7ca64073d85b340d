"""Forms of the coaching log."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mobilization.models import CoachingTalk


class FacilitatorForm(forms.Form):
    user = forms.ModelChoiceField(
        None, label=_("Facilitator of the team"), required=False, empty_label=_("Nobody yet")
    )

    def __init__(self, *args, users, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = users


class TalkForm(forms.ModelForm):
    class Meta:
        model = CoachingTalk
        fields = ["day", "way", "text"]
        widgets = {
            "day": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "text": forms.Textarea({"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate
