"""Uploads, and what the columns of a table hold."""

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from analytics.forms.regions import to_code
from analytics.models import Status
from analytics.models.areas import FIRST_YEAR
from analytics.presenters.uploads import ROLES
from analytics.queries import postal_choices
from analytics.sources.mapping import Mapping


class UploadForm(forms.Form):
    """A file of employment statistics, and what its numbers are."""

    file = forms.FileField(
        label=_("File"),
        max_length=255,
        help_text=_(
            "A BLS QCEW file, annual averages or quarters, by area or by industry, as downloaded "
            "or saved again as CSV in UTF-8; or a file in the tidy layout; or a ZIP archive of "
            "such files. They are recognized by their first lines. Of any other table, such as a "
            "state’s export as CSV or XLSX, you name the columns next."
        ),
    )
    status = forms.ChoiceField(
        label=_("The numbers are"),
        choices=Status.choices,
        initial=Status.PUBLISHED,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For an estimate: who made it, and how. It is shown wherever the numbers are."),
    )

    def clean(self):
        values = super().clean()
        if values.get("status") == Status.ESTIMATE and not values.get("note"):
            self.add_error("note", _("Say who made the estimate, and how."))
        return values


OWNERSHIPS = {
    "5": _("private"),
    "1": _("federal government"),
    "2": _("state government"),
    "3": _("local government"),
    "0": _("all covered"),
}


class MappingForm(forms.Form):
    """What each column of a table holds, and what holds for all of it."""

    header = forms.IntegerField(label=_("The headings stand in line"), min_value=1)
    area = forms.CharField(
        label=_("Area of the whole file"),
        required=False,
        help_text=_("If no column has it: a code or a name, such as 39049 or Ohio."),
    )
    state = forms.ChoiceField(
        label=_("State of the counties"),
        required=False,
        choices=lambda: [("", _("they are named with it")), *postal_choices()],
    )
    ownership = forms.ChoiceField(
        label=_("Ownership of the whole file"),
        required=False,
        choices=[("", _("a column says it")), *OWNERSHIPS.items()],
    )
    year = forms.IntegerField(
        label=_("Year of the whole file"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=2100,
        help_text=_("If neither a column nor the headings have it."),
    )

    def __init__(self, *args, grid, initiative, **kwargs):
        super().__init__(*args, **kwargs)
        self.initiative = initiative
        self.width = grid.width
        self.fields["header"].validators.append(MaxValueValidator(len(grid.lines)))
        if len(grid.sheets) > 1:
            named = [(name, name) for name in grid.sheets]
            self.fields["sheet"] = forms.ChoiceField(label=_("Sheet"), choices=named)
        roles = [("", _("not used")), *ROLES.items()]
        for column in range(self.width):
            self.fields[f"role_{column}"] = forms.ChoiceField(
                label=_("holds"), required=False, choices=roles
            )
            self.fields[f"year_{column}"] = forms.IntegerField(
                label=_("of the year"), required=False, min_value=FIRST_YEAR, max_value=2100
            )

    @staticmethod
    def typed(mapping, sheet):
        """A mapping as if somebody had typed it."""
        values = {name: getattr(mapping, name) for name in ("header", "area", "state", "ownership")}
        values |= {f"role_{column}": role for column, role in mapping.roles.items()}
        values |= {f"year_{column}": year for column, year in mapping.years.items()}
        return values | {"sheet": sheet, "year": mapping.year or ""}

    def clean_area(self):
        text = self.cleaned_data["area"]
        return to_code(text, self.initiative) if text else ""

    def mapping(self):
        """The Mapping that was typed."""
        values = self.cleaned_data
        columns = range(self.width)
        return Mapping(
            header=values["header"],
            roles={n: values[f"role_{n}"] for n in columns if values.get(f"role_{n}")},
            years={n: values[f"year_{n}"] for n in columns if values.get(f"year_{n}")},
            **{name: values[name] for name in ("area", "ownership", "year", "state")},
        )
