"""Who presents: one member of the team."""

from django import forms

from accounts.models import Person


class PresenterForm(forms.Form):
    person = forms.ModelChoiceField(Person.objects.none())

    def __init__(self, *args, team, **kwargs):
        super().__init__(*args, **kwargs)
        members = team.members.values("person")
        self.fields["person"].queryset = team.initiative.people.filter(pk__in=members)
