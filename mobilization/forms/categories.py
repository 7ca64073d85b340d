"""The form of the categories: one row for each, with its figure key."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mobilization.forms.rows import RowForm, rows, with_spare
from mobilization.models import Category
from mobilization.models.categories import MOST_CATEGORIES


class CategoryRow(RowForm):
    """One category. `standing` are the Category rows of the meeting with `in_use`."""

    place = forms.IntegerField(
        label=_("Key"), min_value=1, max_value=MOST_CATEGORIES, required=False
    )
    name = Category._meta.get_field("name").formfield(label=_("Name"))
    gone = forms.BooleanField(label=_("Take it out"), required=False)
    goes_to = forms.TypedChoiceField(
        label=_("If taken out: what is filed goes to"), coerce=int, empty_value=None, required=False
    )

    def __init__(self, *args, standing, **kwargs):
        super().__init__(*args, **kwargs)
        self.category = next(
            (row for row in standing if str(row.pk) == str(self["id"].value())), None
        )
        if self.category is None:
            self.fields["name"].label = _("New category")
            del self.fields["gone"]
        if self.category is None or not self.category.in_use:
            del self.fields["goes_to"]
            return
        others = [(row.pk, row.name) for row in standing if row != self.category]
        self.fields["goes_to"].choices = [("", _("Choose where they go")), *others]
        self.fields["goes_to"].help_text = ngettext(
            "%(count)d requirement is filed here.",
            "%(count)d requirements are filed here.",
            self.category.in_use,
        ) % {"count": self.category.in_use}

    @property
    def is_moved(self):
        """Whether somebody typed a place that the category does not have."""
        place = self.cleaned_data["place"]
        return place and not (self.category and self.category.position == place)


class MarkForm(forms.Form):
    stood = forms.CharField(widget=forms.HiddenInput)


# One more than there can be: one goes while another comes.
CategoryRows = rows(CategoryRow, most=MOST_CATEGORIES + 1)


class CategorySheet:
    """The whole form; `standing` are the meeting's categories, `data` is what came back."""

    def __init__(self, *, mark, standing, data=None, problem=""):
        lines = [{"id": row.pk, "place": row.position, "name": row.name} for row in standing]
        # After a problem the same words stand over the list as it is now.
        data = data and {**data.dict(), **({"stood": mark} if problem else {})}
        self.head = MarkForm(data, initial={"stood": mark})
        self.rows = CategoryRows.shown(
            data, "rows", with_spare(lines, len(lines) + 1), form_kwargs={"standing": standing}
        )
        self.problem = str(problem)

    def is_valid(self):
        return self.head.is_valid() and self.rows.is_valid()

    def write_at_once(self):
        """While the room waits, whoever opens the form types the new name at once."""
        self.rows.forms[-1].fields["name"].widget.attrs["autofocus"] = True

    @property
    def has_errors(self):
        return self.head.is_bound and not self.is_valid()

    @property
    def stood(self):
        return self.head.cleaned_data["stood"]

    def lines(self):
        """What was typed, in its new order: who was given another key moves, the others stay."""
        typed = [form for form in self.rows.forms if form.has_changed()]
        ordered = [form for form in typed if not form.is_moved]
        moved = [form for form in typed if form.is_moved]
        for form in sorted(moved, key=lambda form: form.cleaned_data["place"]):
            ordered.insert(form.cleaned_data["place"] - 1, form)
        return [form.kept() for form in ordered]
