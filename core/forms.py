"""What all forms share."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.problems import Problem


def stored(form, service, *, beside=None, **values):
    """Call `service` with the form's values and `values`; its record, or None.

    A Problem becomes an error of the form with its code (beside the field `beside`, or for {code:
    field} beside that of its code, else that of None), which keeps what was typed; the service's
    transaction has then stored nothing.
    """
    if not form.is_valid():
        return None
    try:
        return service(**form.cleaned_data, **values)
    except Problem as problem:
        field = beside
        if isinstance(beside, dict):
            field = beside.get(problem.code, beside.get(None))
        form.add_error(field, ValidationError(str(problem), code=problem.code))
        return None


class Phrase(forms.Textarea):
    """Room for a phrase on a narrow screen; line breaks become spaces."""

    def __init__(self):
        super().__init__(attrs={"rows": 2, "data-phrase": ""})

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value and " ".join(value.split())


def meter(*fields):
    """Let people type beyond the limit of text fields, and tell them while they do.

    A browser cuts a pasted text at `maxlength` in silence. static/js/meter.js counts instead; what
    is too long is refused with words by the field itself, which keeps what was typed.
    """
    for field in fields:
        field.widget.attrs |= metered(field.widget.attrs.pop("maxlength"))


def meter_all(form):
    """`meter` for all fields of a form with many: each counts when it is nearly full."""
    limited = [field for field in form.fields.values() if "maxlength" in field.widget.attrs]
    meter(*limited)
    for field in limited:
        field.widget.attrs["data-quiet"] = ""


def metered(most):
    """{attribute: value} of a field in which at most so many characters are stored."""
    return {
        "data-most": most,
        "data-within": _("{length} of %(most)s characters") % {"most": most},
        "data-too-long": _("{over} characters too many; at most %(most)s") % {"most": most},
    }
