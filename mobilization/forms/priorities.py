"""Forms of the priority areas."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import meter
from mobilization.models import Priority


class PriorityForm(forms.ModelForm):
    class Meta:
        model = Priority
        fields = ["name"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter(self.fields["name"])


class GroupingForm(forms.Form):
    """The requirements that were marked, and where they go: an area, a new one, or none."""

    NEW, NONE = "new", "none"

    name = forms.CharField(max_length=120, required=False)
    into = forms.CharField()

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.areas = {str(area.pk): area for area in meeting.priorities.all()}
        self.fields["requirements"] = forms.ModelMultipleChoiceField(
            meeting.requirements.all(),
            required=False,
            error_messages={"invalid_choice": _("This list has changed. Reload the page.")},
        )

    def clean_into(self):
        into = self.cleaned_data["into"]
        if into in {self.NEW, self.NONE}:
            return into
        if into not in self.areas:
            raise forms.ValidationError(_("This area is gone. Choose another."))
        return self.areas[into]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("into") == self.NEW and not cleaned.get("name"):
            self.add_error("name", _("Give the new area a name."))
        elif cleaned.get("into") != self.NEW and not cleaned.get("requirements"):
            raise forms.ValidationError(_("Mark one or more requirements first."))
        return cleaned
