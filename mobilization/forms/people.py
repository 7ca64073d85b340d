"""Forms of people and organisations."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, Person


class PersonForm(forms.ModelForm):
    """A person of the initiative and the organisation they speak for."""

    class Meta:
        model = Person
        fields = ["name", "title", "organisation", "email", "phone"]
        help_texts = {
            "organisation": _("Not in the list? Add the organization first."),
            "email": _("Without one, letters are printed and answers come by telephone."),
        }

    def __init__(self, *args, initiative, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = initiative.organisations.all()
        self.fields["organisation"].label = _("Organization")


class OrganisationForm(forms.ModelForm):
    """An organisation and the industry that it belongs to."""

    class Meta:
        model = Organisation
        fields = ["name", "industry", "size"]
        help_texts = {
            "industry": _("The first four digits of its NAICS code, if it has one."),
        }
