"""Forms of the Leadership Group, the support team and the cluster groups."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from mobilization.models import LeadershipSeat, Seat
from mobilization.queries import groups as lists
from mobilization.queries import people


class MoveForm(forms.Form):
    """What is said when a group is closed or opened again."""

    note = forms.CharField(
        label=_("What the group said"),
        required=False,
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args, needs_reason, **kwargs):
        super().__init__(*args, **kwargs)
        if needs_reason:
            self.fields["note"].label, self.fields["note"].required = _("Reason"), True


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return described(person)


class PeopleChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, person):
        return described(person)


def described(person):
    """Name, organisation and industry: what one chooses a person by."""
    organisation = person.organisation
    if organisation is None:
        return person.name
    code = f" ({organisation.industry})" if organisation.industry else ""
    return f"{person.name}, {organisation}{code}"


class LeaderForm(forms.Form):
    """A seat in the Leadership Group."""

    person = PersonChoice(queryset=None, label=_("Person"))
    sector = forms.ChoiceField(label=_("Sector"), choices=LeadershipSeat.Sector)
    is_co_chair = forms.BooleanField(label=_("Co-chair of the Leadership Group"), required=False)

    def __init__(self, *args, initiative, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people.of(initiative).filter(leadership_seat=None)


class TeamForm(forms.Form):
    """Somebody who signs in."""

    email = forms.EmailField(label=_("E-mail address"))
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        required=False,
        help_text=_("Needed for a new account only; an account that exists keeps its name."),
    )
    role = forms.ChoiceField(label=_("Role"), choices=Membership.Role)


class ChooseForm(forms.Form):
    """A cluster to be mobilised, and why."""

    cluster = forms.ModelChoiceField(queryset=None, label=_("Cluster"))
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "The figures that speak for it, and why it is ripe: will its employers commit, what "
            "can they gain, what does working together add?"
        ),
    )

    def __init__(self, *args, initiative, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cluster"].queryset = lists.free_clusters(initiative)


class SeatsForm(forms.Form):
    """Seats for several people of the initiative."""

    role = forms.ChoiceField(label=_("As"), choices=Seat.Role, initial=Seat.Role.INVITEE)
    people = PeopleChoice(
        queryset=None, label=_("People"), widget=forms.CheckboxSelectMultiple, required=True
    )

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = candidates


class OfficeForm(forms.Form):
    """Where answers on paper go."""

    office_address = forms.CharField(
        label=_("Address"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("As it stands on an envelope, the name of the office first."),
    )
    office_phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    office_fax = forms.CharField(label=_("Fax"), max_length=40, required=False)
