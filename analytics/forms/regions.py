"""The region: areas that are found and ticked or written, years and base."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from analytics.models import Region
from analytics.models.areas import FIRST_YEAR
from analytics.queries import area_code, area_title, price_choices, price_series, state_choices
from core.problems import Problem


class AreaLines(forms.Textarea):
    """The areas that were ticked and the lines that were written, as one text."""

    def value_from_datadict(self, data, files, name):
        given = data.getlist(name) if hasattr(data, "getlist") else [data.get(name, "")]
        return "\n".join(given)


class AreaSearch(forms.Form):
    """Which areas to list: by words of the name or digits of the code, and by state."""

    words = forms.CharField(
        label=_("Find areas"),
        required=False,
        max_length=100,
        help_text=_("A county, a metropolitan area, a state, or the first digits of a code."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(
        label=_("In"), required=False, choices=lambda: [("", _("all states")), *state_choices()]
    )

    def wanted(self):
        """(words, state) that was asked for; '' for what was not."""
        asked = self.cleaned_data if self.is_valid() else {}
        return asked.get("words", ""), asked.get("state", "")


class RegionForm(forms.ModelForm):
    """Areas by code or name, the years, and what they are compared with."""

    areas = forms.CharField(
        label=_("Or write them"),
        widget=AreaLines(attrs={"rows": 3, "spellcheck": "false"}),
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
        fields = (
            "name",
            "areas",
            "by_activity",
            "by_commute",
            "reason",
            "start_year",
            "end_year",
            "base",
            "price_series",
        )
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, initiative, instance=None, initial=None, **kwargs):
        self.initiative = initiative
        named = {"base": area_title("US000")}
        if instance:
            lines = [area_line(code, initiative) for code in instance.area_codes]
            named = {"areas": "\n".join(lines), "base": area_line(instance.base, initiative)}
        super().__init__(*args, instance=instance, initial=named | (initial or {}), **kwargs)

    def last_year(self):
        """The last year as it stands in the form, else the last one before this."""
        text = str(self["end_year"].value() or "")
        return int(text) if re.fullmatch("[0-9]{4}", text) else timezone.now().year - 1

    def chosen(self):
        """(codes of the areas as they stand in the form, the lines that name none)."""
        codes, unread = [], []
        for entry in entries(self["areas"].value() or ""):
            try:
                codes.append(to_code(entry, self.initiative))
            except ValidationError:
                unread.append(entry)
        return list(dict.fromkeys(codes)), unread

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
        if all(re.fullmatch(r"[0-9]{5}|C[0-9]{3}[0-9A-Z]|US000", word) for word in words):
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
