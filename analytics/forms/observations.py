"""Forms of the observations worksheet."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from analytics import queries
from analytics.models import Question

NAMED = 5  # how many industries a sentence names


class ObservationForm(forms.Form):
    """An observation and the industries it names, by code or by a word of their title.

    `titles` is {code: title} of the industries that the table has.
    """

    question = forms.ChoiceField(label=_("Question"), choices=Question)
    text = forms.CharField(
        label=_("Observation"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    codes = forms.CharField(
        label=_("Industries it is about"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false"}),
        help_text=_(
            "Codes with commas between them, such as 3361, 3363; or words of one title on a line."
        ),
    )

    def __init__(self, *args, titles, **kwargs):
        super().__init__(*args, **kwargs)
        self.titles = titles

    def clean_codes(self):
        """The codes, each once, in the order they were written."""
        lines = self.cleaned_data["codes"].splitlines()
        found = [industries_in(line.strip(), self.titles) for line in lines if line.strip()]
        return list(dict.fromkeys(code for codes in found for code in codes))


class TableFields(forms.Form):
    """Which table a new observation is made on; `frozen` are the frozen ones."""

    snapshot = forms.TypedChoiceField(label=_("Made on"), required=False, empty_value=None)
    query = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, frozen, **kwargs):
        super().__init__(*args, **kwargs)
        if not frozen:
            del self.fields["snapshot"]
            return
        field, by_key = self.fields["snapshot"], {str(one.pk): one for one in frozen}
        names = [(key, one.name) for key, one in by_key.items()]
        field.choices = [("", _("the table as it is now")), *names]
        field.coerce = by_key.get


class NewObservationForm(TableFields, ObservationForm):
    """An observation for a question of one's own sheet."""

    field_order = ["question", "text", "codes", "snapshot", "query"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["question"].widget = forms.HiddenInput()


class LineForm(ObservationForm):
    """A line of the joint sheet, which may hold what several people wrote."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"] = forms.CharField(
            label=_("Observation"), max_length=6000, widget=forms.Textarea(attrs={"rows": 6})
        )


class NewLineForm(TableFields, LineForm):
    """A line that is written together."""

    field_order = ["question", "text", "codes", "snapshot", "query"]


class ChangedLineForm(LineForm):
    """A line as it was read at a version."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class TakeOverForm(forms.Form):
    """Which observations to take over, and into which line of the joint sheet."""

    observations = forms.ModelMultipleChoiceField(queryset=None, required=False)
    into = forms.ModelChoiceField(queryset=None, required=False)

    def __init__(self, *args, worksheet, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["observations"].queryset = queries.handed_in(worksheet)
        self.fields["into"].queryset = queries.lines_of(worksheet)


def industries_in(line, titles):
    """The codes that a line names. Raises ValidationError that quotes the line."""
    words = re.split(r"[,;\s]+", line.strip(",; "))
    if all(re.fullmatch(r"[0-9]{4}", word) for word in words):
        return words
    if re.fullmatch(r"[0-9]{4}", words[0]):  # what follows is its title
        return words[:1]
    if any(word.isdecimal() for word in words):
        raise ValidationError(
            _("“%(line)s”: the codes of the table have four digits, such as 3361."),
            params={"line": line[:60]},
        )
    return [only_one(line, titled(words, titles), titles)]


def titled(words, titles):
    """The codes whose titles hold every one of the words."""
    sought = [word.casefold() for word in words]
    return [
        code for code, title in titles.items() if all(word in title.casefold() for word in sought)
    ]


def only_one(line, codes, titles):
    if len(codes) == 1:
        return codes[0]
    if not codes:
        raise ValidationError(
            _("“%(line)s” is in the title of no industry. Try one word of it, or write the code."),
            params={"line": line[:60]},
        )
    some = "; ".join(f"{code} {titles[code]}" for code in codes[:NAMED])
    more = " …" if len(codes) > NAMED else ""
    raise ValidationError(
        _("“%(line)s” fits several industries: %(some)s. Write the code of the one you mean."),
        params={"line": line[:60], "some": some + more},
    )
