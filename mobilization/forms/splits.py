"""The form that splits a plan: what goes along, who goes along, who leads."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import meter
from mobilization.models import Plan
from mobilization.presenters.plans.sheets import PARTS as TITLES
from mobilization.queries.plans import PARTS


class SplitForm(forms.Form):
    """Every line of the plan can be ticked; what is not ticked stays in the old plan.

    `people` are those with a seat in the group: any of them can lead the new team.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = Plan._meta.get_field("title").formfield(label=_("Title of the new plan"))
    champion = forms.ModelChoiceField(
        None,
        label=_("Champion of the new team"),
        empty_label=_("Choose a person"),
        help_text=_("No champion, no team."),
    )
    note = forms.CharField(
        label=_("What the room said"),
        required=False,
        max_length=600,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args, plan, people, **kwargs):
        super().__init__(*args, initial={"version": plan.version}, **kwargs)
        meter(self.fields["note"])
        self.fields["champion"].queryset = people
        for part in PARTS:
            self.add_lines(part, getattr(plan, part).all())
        self.fields["members"] = forms.ModelMultipleChoiceField(
            people.filter(team_memberships__team=plan.team),
            label=_("Goes along: people"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("They stay on the old team too; strike them there if they leave it."),
        )
        self.order_fields(["version", "title", *PARTS, "champion", "members", "note"])

    def add_lines(self, part, rows):
        if rows:
            self.fields[part] = forms.TypedMultipleChoiceField(
                label=_("Goes along: %(part)s") % {"part": TITLES[part]["title"]},
                coerce=int,
                choices=[(row.pk, str(row)) for row in rows],
                required=part == "outcomes",
                widget=forms.CheckboxSelectMultiple,
            )

    def split(self):
        """What the service takes: the texts, the people, and the lines by part."""
        values = self.cleaned_data
        kept = ("version", "title", "champion", "members", "note")
        return {
            **{name: values[name] for name in kept},
            "lines": {part: values[part] for part in PARTS if part in values},
        }
