"""Forms of asking absent invitees to join a team."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mobilization.forms.answers import Answer
from mobilization.forms.meetings import Moment


class ChooseForm(forms.Form):
    """Who is asked to join, and by which way they are written to."""

    people = forms.ModelMultipleChoiceField(None, required=False)
    on_paper = forms.BooleanField(required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = people


class AnswerForm(Answer):
    """An absent invitee's answer."""

    ANSWERS = [("join", _("Yes, joins the team")), ("decline", _("No, does not join"))]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].help_text = _("For the convener and the support team.")


class NextForm(forms.Form):
    """When and where a team meets next."""

    next_date = forms.DateTimeField(label=_("Next team meeting"), widget=Moment())
    next_place = forms.CharField(label=_("Place"), max_length=200, required=False)

    def __init__(self, *args, zone, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["next_date"].help_text = _("Time zone: %(zone)s.") % {"zone": zone}
