"""Forms of feedback and its answers."""

from django import forms

from core.forms import Phrase, meter
from mobilization.models import Feedback


class FeedbackForm(forms.ModelForm):
    class Meta:
        model = Feedback
        fields = ["kind", "text"]
        widgets = {"text": Phrase()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter(self.fields["text"])


class AnswerForm(forms.Form):
    answer = Feedback._meta.get_field("answer").formfield(required=True, widget=Phrase())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter(self.fields["answer"])
