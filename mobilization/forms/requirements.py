"""Forms of the requirement list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import meter
from mobilization.models import CardLine, Requirement


class RequirementForm(forms.ModelForm):
    class Meta:
        model = Requirement
        fields = ["text", "category"]
        labels = {"text": _("Requirement")}

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = meeting.categories.all()
        meter(self.fields["text"])


class RewordingForm(RequirementForm):
    """Of a requirement that may have dots: how many people have put one there, `dots`."""

    reason = forms.CharField(
        label=_("Why the words are changed"),
        max_length=200,
        required=False,
        help_text=_("Needed for other words, not for another category. It stays in the history."),
    )

    def __init__(self, *args, dots, **kwargs):
        super().__init__(*args, **kwargs)
        if not dots:
            del self.fields["reason"]


class LineForm(forms.Form):
    """Names a line of one of the meeting's cards."""

    line = forms.ChoiceField(choices=CardLine.Line)

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["card"] = forms.ModelChoiceField(meeting.cards.select_related("meeting"))


class TakeOverForm(LineForm):
    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, meeting=meeting, **kwargs)
        self.fields["category"] = forms.ModelChoiceField(meeting.categories.all())


class AlreadySaidForm(LineForm):
    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, meeting=meeting, **kwargs)
        self.fields["requirement"] = forms.ModelChoiceField(meeting.requirements.all())
