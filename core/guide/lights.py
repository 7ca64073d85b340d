"""What a rule says: its light, a sentence, and its place in the Guide."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

GREEN, AMBER, RED = "green", "amber", "red"
MARKS = {GREEN: "✓", AMBER: "!", RED: "×"}


@dataclass(frozen=True)
class Advice:
    """What a rule says of the figures at hand."""

    light: str
    sentence: str
    place: str

    @property
    def mark(self):
        return MARKS[self.light]

    @property
    def word(self):
        return {GREEN: _("Met"), AMBER: _("Not yet"), RED: _("Not met")}[self.light]


def between(count, least, most):
    """Green inside the range, amber below it, red above it."""
    if count < least:
        return AMBER
    return GREEN if count <= most else RED
