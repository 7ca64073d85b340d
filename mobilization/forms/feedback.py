"""Forms of feedback and its answers."""

from django import forms

from mobilization.models import Feedback


class FeedbackForm(forms.ModelForm):
    class Meta:
        model = Feedback
        fields = ["kind", "text"]
        widgets = {"text": forms.Textarea({"rows": 2})}


class AnswerForm(forms.Form):
    answer = Feedback._meta.get_field("answer").formfield(
        required=True, widget=forms.Textarea({"rows": 2})
    )
