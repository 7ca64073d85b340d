"""Forms of the letter and of an answer that came by telephone, letter or fax."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mobilization.models import Letter


class LetterForm(forms.ModelForm):
    """The co-chairs' letter; the meeting's time is the initiative's own."""

    class Meta:
        model = Letter
        fields = ["subject", "body", "meeting_at", "place", "reply_by"]
        widgets = {
            "body": forms.Textarea(attrs={"rows": 14}),
            "meeting_at": forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"),
            "reply_by": forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        }
        help_texts = {
            "body": _(
                "The greeting, date, place, reply-by date, personal link and the co-chairs' names "
                "are added by themselves."
            ),
        }

    def __init__(self, *args, initiative, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting_at"].help_text = _("Time zone: %(zone)s") % {
            "zone": initiative.time_zone
        }

    def clean_subject(self):
        return " ".join(self.cleaned_data["subject"].split())


class AnswerForm(forms.Form):
    """An invitee's answer."""

    ANSWERS = [
        ("accept", _("Yes, will come")),
        ("decline", _("No, will not come")),
        ("unsure", _("Not sure yet")),
    ]

    answer = forms.ChoiceField(label=_("Answer"), choices=ANSWERS, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Note"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
