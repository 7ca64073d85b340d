"""Forms of planning and checking in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import meter
from core.names import alike, same
from mobilization.models import Meeting


class Moment(forms.DateTimeInput):
    """Date and time with the browser's own picker, in the initiative's time zone."""

    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")


class MeetingForm(forms.ModelForm):
    class Meta:
        model = Meeting
        fields = ["starts_at", "place", "dots_each"]
        widgets = {"starts_at": Moment()}

    def __init__(self, *args, with_dots, **kwargs):
        super().__init__(*args, **kwargs)
        if not with_dots:
            del self.fields["dots_each"]


class ReasonForm(forms.Form):
    """Why the room goes on where a rule of the Guide is not met."""

    note = forms.CharField(
        label=_("Why the room goes on all the same"),
        max_length=300,
        widget=forms.TextInput({"autofocus": True, "autocomplete": "off"}),
        help_text=_("One sentence; it stays in the history of the meeting."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter(self.fields["note"])


class SubstituteForm(forms.Form):
    """In whose place somebody came to a meeting."""

    in_place_of = forms.ModelChoiceField(
        None,
        label=_("Comes in the place of"),
        required=False,
        empty_label=_("Nobody"),
        help_text=_("Only who is close enough to decide; case by case."),
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["in_place_of"].queryset = people


class WalkInForm(SubstituteForm):
    """Somebody who is not on the list. A name that stands there in other letters is asked about."""

    name = forms.CharField(label=_("Name"), max_length=120)
    organisation = forms.CharField(label=_("Organization"), max_length=160, required=False)
    is_new = forms.BooleanField(
        label=_("This is somebody else"), required=False, widget=forms.HiddenInput
    )

    field_order = ["name", "organisation", "in_place_of", "is_new"]

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean(self):
        cleaned = super().clean()
        is_new = cleaned.pop("is_new", False)
        known = None if is_new else self.on_the_list(cleaned)
        if known:
            self.fields["is_new"].widget = forms.CheckboxInput()
            said = _(
                "%(name)s is on the list. If that is the same person, go back and check that name "
                "in. If not, tick “This is somebody else”."
            )
            self.add_error("name", forms.ValidationError(said, params={"name": known.name}))
        return cleaned

    def on_the_list(self, typed):
        """Whoever has a name like this one, unless they are taken for the same person anyway.

        That is where both name and organization are the same, accents too.
        """
        name, employer = typed.get("name", ""), typed.get("organisation", "")
        for person in self.fields["in_place_of"].queryset if name else ():
            is_same = same(person.name, name) and same(str(person.organisation or ""), employer)
            if alike(person.name, name) and not is_same:
                return person
        return None
