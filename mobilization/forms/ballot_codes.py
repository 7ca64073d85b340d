"""The forms of a paper ballot: the numbers of the requirements that have a dot on it."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.codes import as_typed
from mobilization.models.votes import Offer

A_DOT = re.compile(r"([0-9]+)\s*([wc]?)(?![0-9a-z])", re.IGNORECASE)
BETWEEN = " ,;."
OFFERS = {"": "", "w": Offer.WORK, "c": Offer.CHAMPION}


class DotsField(forms.CharField):
    """ "3 7w 12c" becomes {requirement: what is offered beside its dot, "" for nothing}.

    `lines` are {number: requirement}, the list with the numbers that the room sees; `most` is how
    many dots a ballot has.
    """

    lines = {}
    most = 0

    def clean(self, value):
        typed = super().clean(value)
        strange = A_DOT.sub(" ", typed).strip(BETWEEN)
        if strange:
            said = _("“%(typed)s” is not a number. Write numbers with blanks between, as 3 7 12.")
            raise ValidationError(said, params={"typed": strange})
        found = [(int(number), letter.lower()) for number, letter in A_DOT.findall(typed)]
        self.check([number for number, _letter in found])
        return {self.lines[number]: OFFERS[letter] for number, letter in found}

    def check(self, numbers):
        """What is wrong with the numbers, all of it at once."""
        errors = [
            ValidationError(
                _("There is no number %(number)s on the list; the last one is %(last)s."),
                params={"number": number, "last": len(self.lines)},
            )
            for number in dict.fromkeys(numbers)
            if number not in self.lines
        ]
        errors += [
            ValidationError(
                _("%(number)s stands here twice; a requirement takes one dot."),
                params={"number": number},
            )
            for number in dict.fromkeys(numbers)
            if numbers.count(number) > 1
        ]
        if len(numbers) > self.most:
            said = _("These are %(count)s numbers; a ballot has %(dots)s dots.")
            errors.append(ValidationError(said, params={"count": len(numbers), "dots": self.most}))
        if errors:
            raise ValidationError(errors)


def typed(lines, dots):
    """How {requirement id: offer} is typed."""
    letters = {offer: letter.upper() for letter, offer in OFFERS.items()}
    return " ".join(
        f"{number}{letters[dots[row.pk]]}" for number, row in lines.items() if row.pk in dots
    )


class DotsForm(forms.Form):
    """One person's paper ballot."""

    dots = DotsField(
        label=_("Numbers with a dot"),
        max_length=80,
        required=False,
        help_text=_(
            "The numbers of the list with blanks between, as 3 7 12; W behind a number for “will "
            "work on it”, C for “could champion it”, as 7w. Without a number the ballot is empty."
        ),
        widget=forms.TextInput({"autocomplete": "off", "autofocus": True}),
    )

    def __init__(self, *args, lines, most, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dots"].lines, self.fields["dots"].most = lines, most


class BallotCodeForm(DotsForm):
    """A paper ballot whose person is known by its code."""

    field_order = ["code", "dots"]

    code = forms.CharField(
        label=_("Code on the ballot"),
        max_length=20,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "autofocus": True}
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["dots"].widget.attrs["autofocus"]

    def clean_code(self):
        return as_typed(self.cleaned_data["code"])
