"""The form that chooses two versions of a plan to compare."""

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mobilization.models import Plan


class ComparisonForm(forms.Form):
    """Two versions; as it opens, the latest and the one before it."""

    earlier = forms.TypedChoiceField(label=gettext_lazy("From"), coerce=int)
    later = forms.TypedChoiceField(label=gettext_lazy("To"), coerce=int)

    def __init__(self, data, *, versions):
        latest = versions[0][0]
        before = versions[1][0] if len(versions) > 1 else latest
        super().__init__({"earlier": before, "later": latest} | data.dict())
        choices = [(version[0], in_words(*version)) for version in versions]
        for name in ("earlier", "later"):
            self.fields[name].choices = choices


class RestoreForm(forms.Form):
    """Which version comes back, and what the page showed of the plan."""

    number = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    state = forms.ChoiceField(choices=Plan.State, widget=forms.HiddenInput)


def in_words(number, who, at):
    return _("Version %(number)d, %(who)s, %(day)s") % {
        "number": number,
        "who": who,
        "day": date_format(localtime(at), "SHORT_DATETIME_FORMAT"),
    }
