"""Pieces of pages that are rendered once, and filled in for everybody who sees them.

Rendering a line of a ballot costs the server more than having its dot stored. Where a whole
room is sent the same lines, only what differs between them is put in place.
"""

import re
from html import escape

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe


class Skeleton:
    """A template, rendered with `context`, in which stand-ins mark what is filled in later.

    `stand_ins` is {name: the text or number that stands in the context for it, and nowhere else}.
    No text of a person is in the context, so none is taken for a stand-in.
    """

    def __init__(self, template, context, stand_ins):
        names = {str(value): name for name, value in stand_ins.items()}
        parts = re.split(f"({'|'.join(names)})", render_to_string(template, context))
        self.parts = [(names.get(part), part) for part in parts]

    def fill(self, **values):
        """The HTML with these values, each escaped."""
        shown = {name: escape(str(value)) for name, value in values.items()}
        text = "".join([shown[name] if name else part for name, part in self.parts])
        return mark_safe(text)  # the template's own HTML, and escaped values
