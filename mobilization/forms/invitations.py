"""Forms of the letter and of an answer that came by telephone, letter or fax."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mobilization.forms.answers import Answer
from mobilization.forms.meetings import Moment
from mobilization.models import Letter


class LetterForm(forms.ModelForm):
    """The co-chairs' letter, with time and place of Meeting 1 in the initiative's own zone."""

    field_order = ["subject", "body", "meeting_at", "place", "reply_by"]

    meeting_at = forms.DateTimeField(label=_("First meeting"), widget=Moment())
    place = forms.CharField(label=_("Place"), max_length=200)

    class Meta:
        model = Letter
        fields = ["subject", "body", "reply_by"]
        widgets = {
            "body": forms.Textarea(attrs={"rows": 14}),
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
        self.fields["meeting_at"].help_text = _(
            "Time zone: %(zone)s. Meeting 1 is planned for this time and place, or moved there."
        ) % {"zone": initiative.time_zone}

    def clean_subject(self):
        return " ".join(self.cleaned_data["subject"].split())


class AnswerForm(Answer):
    """An invitee's answer."""

    ANSWERS = [
        ("accept", _("Yes, will come")),
        ("decline", _("No, will not come")),
        ("unsure", _("Not sure yet")),
    ]
