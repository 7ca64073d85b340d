"""Forms of the teams."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mobilization.forms.meetings import Moment
from mobilization.models import Meeting, Volunteer


class LeadersForm(forms.Form):
    """Who leads the team, who calls it together, and when it meets next."""

    champion = forms.ModelChoiceField(
        None, label=_("Champion"), required=False, empty_label=_("Nobody")
    )
    convener = forms.ModelChoiceField(
        None,
        label=_("Convener"),
        required=False,
        empty_label=_("The champion"),
        help_text=_("Calls the team together."),
    )
    next_date = forms.DateTimeField(
        label=_("Next team meeting"),
        required=False,
        widget=Moment(),
        help_text=_("Best agreed before people leave."),
    )
    next_place = forms.CharField(label=_("Where it meets"), max_length=200, required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["champion"].queryset = people
        self.fields["convener"].queryset = people

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("convener") is None:
            cleaned["convener"] = cleaned.get("champion")
        return cleaned


class TeamForm(LeadersForm):
    """The same with everybody who volunteered."""

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, people=people, **kwargs)
        self.fields["members"] = forms.ModelMultipleChoiceField(
            people,
            label=_("Members"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )


class VolunteerForm(forms.Form):
    """Who came forward, and whether somebody had to ask."""

    person = forms.ModelChoiceField(None)
    way = forms.ChoiceField(choices=Volunteer.Way)
    could_champion = forms.BooleanField(required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people


class DraftingForm(forms.Form):
    option = forms.ChoiceField(choices=Meeting.Drafting)


class MemberForm(forms.Form):
    """Another volunteer."""

    person = forms.ModelChoiceField(None, label=_("Add a volunteer"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people
