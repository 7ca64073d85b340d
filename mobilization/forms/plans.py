"""The form of a plan: its texts, and rows of outcomes, steps, needs and commitments."""

from functools import partial

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import meter_all
from mobilization.forms.rows import RowForm, rows, with_spare
from mobilization.models import Commitment, ImplementationNeed, Outcome, Plan, PlanStep, Team
from mobilization.models.plans import MOST_LINES
from mobilization.presenters.plans import clashes
from mobilization.queries.merging import merge
from mobilization.queries.plans import content_of, people_who_can_commit

SHORT = partial(forms.Textarea, attrs={"rows": 2})
LONG = partial(forms.Textarea, attrs={"rows": 4})


def field(model, name, **kwargs):
    """The model's own form field, so that labels and limits are written once."""
    return model._meta.get_field(name).formfield(**kwargs)


def day(model, name):
    return field(model, name, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))


class PlanText(forms.Form):
    """The texts, with the version and the state that the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    state = forms.CharField(widget=forms.HiddenInput)
    title = field(Plan, "title")
    goal = field(Plan, "goal", widget=LONG())
    structure = field(Plan, "structure", widget=LONG())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter_all(self)


class OutcomeRow(RowForm):
    text = field(Outcome, "text", widget=SHORT())
    measure = field(Outcome, "measure")
    due = day(Outcome, "due")
    baseline = field(Outcome, "baseline")
    target = field(Outcome, "target")
    is_clear = field(Outcome, "is_clear")
    is_compelling = field(Outcome, "is_compelling")
    is_outcome = field(Outcome, "is_outcome")
    within_a_year = field(Outcome, "within_a_year")
    judgment = field(Outcome, "judgment")


class StepRow(RowForm):
    text = field(PlanStep, "text", widget=SHORT())


class DatedStepRow(StepRow):
    due = day(PlanStep, "due")


class NeedRow(RowForm):
    kind = field(ImplementationNeed, "kind")
    text = field(ImplementationNeed, "text", widget=SHORT())


class CommitmentRow(RowForm):
    person_id = forms.TypedChoiceField(label=_("Person"), coerce=int)
    text = field(Commitment, "text", widget=SHORT())
    due = day(Commitment, "due")

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person_id"].choices = people


CONCEPTUAL = {"outcomes": OutcomeRow, "steps": StepRow}
ACTION = {
    "outcomes": OutcomeRow,
    "steps": DatedStepRow,
    "needs": NeedRow,
    "commitments": CommitmentRow,
}
LEAST = {"outcomes": 2, "steps": 3, "needs": 2, "commitments": 2}


def to_write_on(content):
    """The content with a few empty lines in each part."""
    return {
        **content,
        **{part: with_spare(content[part], least) for part, least in LEAST.items()},
    }


class PlanSheet:
    """The whole form. `data` is what came back; `typed` is shown again unchecked."""

    def __init__(self, plan, *, data=None, typed=None):
        self.plan = plan
        self.problem = ""
        conceptual = plan.state == Plan.State.CONCEPTUAL
        shown = {"version": plan.version, "state": plan.state, **to_write_on(content_of(plan))}
        shown |= typed or {}
        self.text = PlanText(data, initial=shown)
        if conceptual:
            del self.text.fields["structure"]
        self.parts = {
            part: self.part(part, row, data, shown[part])
            for part, row in (CONCEPTUAL if conceptual else ACTION).items()
        }

    def part(self, part, row, data, lines):
        kwargs = {"form_kwargs": {"people": self.people()}} if part == "commitments" else {}
        return rows(row, most=MOST_LINES[part]).shown(data, part, lines, **kwargs)

    def people(self):
        people = people_who_can_commit(self.plan).values_list("pk", "name")
        return [("", _("Choose a person")), *people]

    def is_valid(self):
        return all(form.is_valid() for form in (self.text, *self.parts.values()))

    @property
    def has_errors(self):
        return self.text.is_bound and not self.is_valid()

    @property
    def version(self):
        return self.text.cleaned_data["version"]

    @property
    def state(self):
        return self.text.cleaned_data["state"]

    def content(self):
        """What was typed, in the shape of a version's content."""
        texts = {
            name: value
            for name, value in self.text.cleaned_data.items()
            if name not in ("version", "state")
        }
        return {**texts, **{part: rows.lines() for part, rows in self.parts.items()}}

    def one_more(self, part):
        """The same words, unchecked, with one more row in `part`."""
        return PlanSheet(self.plan, typed=self.typed(part))

    def typed(self, longer=""):
        """What stands in the form, unchecked, with one more row in the part `longer`."""
        texts = {name: self.text[name].value() for name in self.text.fields}
        rows = {name: found.typed(name == longer) for name, found in self.parts.items()}
        return {**texts, **rows}

    def brought_together(self, plan, *, base, problem, who):
        """What was typed on top of the version `base`, with what stands in `plan` by now.

        Beside what clashes stands what `who` wrote.
        """
        stands = content_of(plan)
        content, found = merge(base or stands, self.content(), stands)
        typed = {**to_write_on(content), "version": plan.version, "state": plan.state}
        sheet = PlanSheet(plan, typed=typed)
        sheet.problem = str(problem)
        for clash in found:
            sheet.tell(clash, who)
        return sheet

    def tell(self, clash, who):
        form = self.parts[clash.part][clash.place] if clash.part else self.text
        if clash.name:
            form.fields[clash.name].help_text = clashes.beside(clash, who)
        else:
            form.note = clashes.of_line(clash, who)


class StartForm(forms.Form):
    """What a plan begins with."""

    title = field(Plan, "title")
    goal = field(
        Plan,
        "goal",
        widget=LONG(),
        help_text=_("What will be different for the cluster in the long run?"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter_all(self)


class MoveForm(forms.Form):
    """What a meeting says with its decision on a plan."""

    note = forms.CharField(
        label=_("What the room said"), required=False, max_length=600, widget=SHORT()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter_all(self)


class ReasonForm(MoveForm):
    note = forms.CharField(label=_("Reason"), max_length=600, widget=SHORT())


class WaiverForm(MoveForm):
    """A plan goes on although some of its commitments are not clear."""

    reason = forms.CharField(
        label=_("Why it goes on all the same"),
        max_length=600,
        widget=SHORT(),
        help_text=_("The reason stays in the history of the plan."),
    )
    field_order = ["reason", "note"]


class MergeForm(MoveForm):
    into = forms.ModelChoiceField(
        Plan.objects.none(), label=_("Merge into"), empty_label=_("Choose a plan")
    )
    field_order = ["into", "note"]


class TeamMergeForm(MoveForm):
    into = forms.ModelChoiceField(
        Team.objects.none(), label=_("Merge into"), empty_label=_("Choose a team")
    )
    field_order = ["into", "note"]


def team_move_form(name, targets, data=None):
    """The form of one move of a team without a plan."""
    if name == "disband":
        return ReasonForm(data)
    form = TeamMergeForm(data)
    form.fields["into"].queryset = targets
    return form


def move_form(name, targets, data=None, *, waives=False):
    """The form of one move; `targets` are the plans that a plan can be merged into.

    `waives` is True where the move needs a reason although the Guide advises against it.
    """
    if waives:
        return WaiverForm(data)
    if name == "merge":
        form = MergeForm(data)
        form.fields["into"].queryset = targets
        return form
    return ReasonForm(data) if name == "disband" else MoveForm(data)
