"""The form of the Leadership Group's decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from mobilization.forms.plans import SHORT, field
from mobilization.forms.rows import RowForm, rows, with_spare
from mobilization.models import Condition, Decision

MOST_CONDITIONS = 10


class DecisionForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("The group's decision"),
        choices=[
            (Decision.Kind.APPROVED, _("Approve the plan")),
            (Decision.Kind.WITHHELD, _("Withhold it until the conditions below are met")),
        ],
        widget=forms.RadioSelect,
    )
    members_present = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label=_("Members present"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Mark at least one member who was present.")},
    )


class ConditionRow(RowForm):
    text = field(Condition, "text", widget=SHORT())


class DecisionSheet:
    """The whole form: decision, numbered conditions, members present."""

    def __init__(self, plan, members, *, data=None, typed=None):
        typed = typed or {"conditions": with_spare([], least=2)}
        self.problem = ""
        self.members = members
        self.form = DecisionForm(data, initial={**typed, "version": plan.version})
        self.form.fields["members_present"].queryset = members
        conditions = rows(ConditionRow, most=MOST_CONDITIONS)
        self.conditions = conditions.shown(data, "conditions", typed["conditions"])

    def is_valid(self):
        return all([self.form.is_valid(), self.conditions.is_valid()])

    @property
    def has_errors(self):
        return self.form.is_bound and not self.is_valid()

    @property
    def version(self):
        return self.form.cleaned_data["version"]

    def decision(self):
        """The values of `approvals.decide`, without the version."""
        return {
            "kind": self.form.cleaned_data["kind"],
            "members_present": list(self.form.cleaned_data["members_present"]),
            "conditions": [line["text"] for line in self.conditions.lines()],
        }

    def again(self, plan, *, problem="", one_more=False):
        """The same words on a fresh page of `plan`, with a row more or what stood in the way."""
        typed = {name: self.form[name].value() for name in ("kind", "members_present")}
        typed["conditions"] = self.conditions.typed(one_more)
        sheet = DecisionSheet(plan, self.members, typed=typed)
        sheet.problem = str(problem)
        return sheet
