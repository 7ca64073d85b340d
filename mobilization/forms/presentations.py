"""A team's turn: which member takes it, how it goes on, and which copies are ready."""

from django import forms

from accounts.models import Person
from mobilization.forms.timers import TimerForm
from mobilization.models import Meeting
from mobilization.presenters.timers import MINUTES


class PresenterForm(forms.Form):
    person = forms.ModelChoiceField(Person.objects.none())

    def __init__(self, *args, team, **kwargs):
        super().__init__(*args, **kwargs)
        members = team.members.values("person")
        self.fields["person"].queryset = team.initiative.people.filter(pk__in=members)


class MoveForm(TimerForm):
    """A move of a turn; the minutes of the talk come with its begin."""

    name = forms.CharField(max_length=20)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["minutes"].required = False

    def clean_minutes(self):
        return self.cleaned_data["minutes"] or MINUTES[Meeting.State.DECIDING]


class CopiesForm(forms.Form):
    """The version of the plan whose copies are ready."""

    version = forms.IntegerField(min_value=1)
