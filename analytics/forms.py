"""Forms for the region and for uploads."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from analytics.models import Region, Snapshot, Status
from analytics.models.areas import FIRST_YEAR
from analytics.queries import area_code, area_title, price_choices, price_series
from core.problems import Problem


class RegionForm(forms.ModelForm):
    """Areas by code or name, the years, and what they are compared with."""

    areas = forms.CharField(
        label=_("Areas"),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=_(
            "One on each line, by code or by name: 39049, or Franklin County, OH, or C1814 for a "
            "metropolitan area."
        ),
    )
    base = forms.CharField(
        label=_("Compared with"),
        help_text=_("The United States, a state or another area, by code or by name."),
    )
    start_year = forms.IntegerField(label=_("First year"), min_value=FIRST_YEAR, max_value=2100)
    end_year = forms.IntegerField(
        label=_("Last year"),
        min_value=FIRST_YEAR,
        max_value=2100,
        help_text=_("The Guide looks at ten to fifteen years, and at each year between."),
    )

    price_series = forms.ChoiceField(
        label=_("Price index"),
        required=False,
        choices=lambda: [("", _("The one nearest to the areas")), *price_choices()],
        help_text=Region._meta.get_field("price_series").help_text,
    )

    class Meta:
        model = Region
        fields = ("name", "areas", "reason", "start_year", "end_year", "base", "price_series")
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, initiative, instance=None, **kwargs):
        self.initiative = initiative
        named = {"base": area_title("US000")}
        if instance:
            lines = [area_line(code, initiative) for code in instance.area_codes]
            named = {"areas": "\n".join(lines), "base": area_line(instance.base, initiative)}
        super().__init__(*args, instance=instance, initial=named, **kwargs)

    def clean_areas(self):
        """The codes, each once, in the order they were written."""
        codes = [to_code(entry, self.initiative) for entry in entries(self.cleaned_data["areas"])]
        return list(dict.fromkeys(codes))

    def clean_base(self):
        return to_code(self.cleaned_data["base"], self.initiative)

    def clean(self):
        values = super().clean()
        start, end = values.get("start_year"), values.get("end_year")
        if start and end and start >= end:
            self.add_error("end_year", _("The last year must be later than the first year."))
        elif start and end and values.get("price_series"):
            self.check_prices(values["price_series"], start, end)
        return values

    def check_prices(self, series, *years):
        """A price index that was chosen must have both years; the error says which it has."""
        try:
            price_series((), years, series).ratio(*years)
        except Problem as problem:
            self.add_error("price_series", str(problem))


def area_line(code, initiative):
    """A code with its name beside it, as the form shows it and reads it again."""
    title = area_title(code, initiative)
    return code if title == code else f"{code} {title}"


def entries(text):
    """The areas of a text: one on each line; codes alone may also stand in one line."""
    for line in filter(None, (line.strip() for line in re.split(r"[\n;]", text))):
        words = [word for word in re.split(r"[,\s]+", line) if word]
        if all(re.fullmatch(r"[0-9]{5}|C[0-9]{4}|US000", word) for word in words):
            yield from words
        else:
            yield line


def to_code(text, initiative):
    """The area code of one entry. Raises ValidationError that says what to write instead."""
    codes = area_code(text, initiative)
    if len(codes) == 1:
        return codes[0]
    if codes:
        places = ", ".join(area_line(code, initiative) for code in codes[:4])
        raise ValidationError(
            _("“%(text)s” is the name of several areas: %(places)s. Add the state, or the code."),
            params={"text": text, "places": places},
        )
    raise ValidationError(
        _(
            "“%(text)s” is no area that is known here. Write a code such as 39049, or a name such "
            "as Franklin County, OH."
        ),
        params={"text": text},
    )


class UploadForm(forms.Form):
    """A file of employment statistics, and what its numbers are."""

    file = forms.FileField(
        label=_("File"),
        max_length=255,
        help_text=_(
            "A BLS QCEW file, annual averages or quarters, by area or by industry, as downloaded "
            "or saved again as CSV in UTF-8; or a file in the tidy layout; or a ZIP archive of "
            "such files. They are recognized by their first lines."
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


class SnapshotForm(forms.ModelForm):
    """The name of a table that is frozen."""

    class Meta:
        model = Snapshot
        fields = ("name",)
