"""The forms of a ballot that is typed in: the numbers of the requirements with a dot on it."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.codes import as_typed
from mobilization.models import Dot
from mobilization.models.votes import Offer

A_DOT = re.compile(r"([0-9]+)\s*([wc]?)(?![0-9a-z])", re.IGNORECASE)
A_DOT_OR_SPOKEN = re.compile(r"([0-9]+)\s*([wc]?s?|s[wc])(?![0-9a-z])", re.IGNORECASE)
BETWEEN = " ,;."
SPOKEN = "s"
OFFERS = {"": "", "w": Offer.WORK, "c": Offer.CHAMPION}


class DotsField(forms.CharField):
    """ "3 7w 12cs" becomes {requirement: (source, what is offered beside its dot, or "")}.

    The source is paper, or spoken where `a_dot` takes an S. `lines` are {number: requirement},
    the list with the numbers that the room sees; `most` is how many dots a ballot has.
    """

    lines = {}
    most = 0
    a_dot = A_DOT

    def clean(self, value):
        typed = super().clean(value)
        strange = self.a_dot.sub(" ", typed).strip(BETWEEN)
        if strange:
            said = _("“%(typed)s” is not a number. Write numbers with blanks between, as 3 7 12.")
            raise ValidationError(said, params={"typed": strange})
        found = [(int(number), letters.lower()) for number, letters in self.a_dot.findall(typed)]
        self.check([number for number, _letters in found])
        return {self.lines[number]: dot_of(letters) for number, letters in found}

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


def dot_of(letters):
    """(source, offer) that the letters behind a number stand for."""
    source = Dot.Source.SPOKEN if SPOKEN in letters else Dot.Source.PAPER
    return source, OFFERS[letters.replace(SPOKEN, "")]


def typed(lines, dots):
    """How {requirement id: (source, offer)} is typed."""
    return " ".join(
        f"{number}{letters_of(*dots[row.pk])}" for number, row in lines.items() if row.pk in dots
    )


def letters_of(source, offer):
    letters = {offer: letter for letter, offer in OFFERS.items()}
    spoken = SPOKEN if source == Dot.Source.SPOKEN else ""
    return f"{letters[offer]}{spoken}".upper()


class DotsForm(forms.Form):
    """The dots of one person's paper ballot."""

    dots = DotsField(
        label=_("Numbers with a dot"),
        max_length=80,
        required=False,
        help_text=_(
            "The numbers of the list with blanks between, as 3 7 12; W behind a number for “will "
            "work on it”, C for “could champion it”, as 7w. Without a number "
            "you are asked whether the ballot is empty."
        ),
        widget=forms.TextInput({"autocomplete": "off", "autofocus": True}),
    )

    def __init__(self, *args, lines, most, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dots"].lines, self.fields["dots"].most = lines, most


class BallotForm(DotsForm):
    """What the recorder types for a named person: from paper, or as the person says it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dots"].a_dot = A_DOT_OR_SPOKEN
        self.fields["dots"].help_text = _(
            "The numbers of the list with blanks between, as 3 7 12. Behind a number: S where the "
            "person said it aloud, without it the dot is from paper; W for “will work on it”, C "
            "for “could champion it”; as 7s, 12ws. Without a number the ballot is empty."
        )


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

    def lead_to_numbers(self):
        """Put the focus there, as the code is right."""
        del self.fields["code"].widget.attrs["autofocus"]
        self.fields["dots"].widget.attrs["autofocus"] = True

    def clean_code(self):
        return as_typed(self.cleaned_data["code"])

    def clean_dots(self):
        """{requirement: offer}; that they come from paper is known."""
        dots = self.cleaned_data["dots"]
        return {requirement: offer for requirement, (_source, offer) in dots.items()}
