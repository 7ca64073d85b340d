"""The form of an agenda: one row for each item."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mobilization.forms.rows import RowForm, rows, with_spare
from mobilization.models import AgendaItem
from mobilization.models.agendas import LONGEST_ITEM

MOST_ITEMS = 16
SPARE_PLACE = 99


def field(name, **kwargs):
    return AgendaItem._meta.get_field(name).formfield(**kwargs)


class AgendaRow(RowForm):
    """An item; `place` orders the items, and those without one stand last.

    `parts` are the parts of the meeting that it can belong to.
    """

    id = None
    place = forms.IntegerField(label=_("Place"), min_value=1, max_value=98, required=False)
    title = field("title")
    minutes = field("minutes", min_value=0, max_value=LONGEST_ITEM)
    kind = field("kind")
    part = field("part")
    state = field("state")
    what = field("what", widget=forms.Textarea({"rows": 2}))
    co_chairs = field("co_chairs", widget=forms.Textarea({"rows": 2}))
    script = field("script", widget=forms.Textarea({"rows": 3}))
    gone = forms.BooleanField(label=_("Take this item out"), required=False)

    def __init__(self, *args, parts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", _("None")), *((part, part.label) for part in parts)]


class VersionForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)


AgendaRows = rows(AgendaRow, most=MOST_ITEMS)


class AgendaSheet:
    """The whole form; `lines` are dicts to begin with, `data` is what came back.

    `parts` are the parts of the meeting that an item can belong to.
    """

    def __init__(self, *, version, lines, parts, data=None):
        numbered = [{"place": place, **line} for place, line in enumerate(lines, start=1)]
        self.head = VersionForm(data, initial={"version": version})
        spare = with_spare(numbered, len(lines) + 1)
        self.rows = AgendaRows.shown(data, "items", spare, form_kwargs={"parts": parts})
        self.parts = parts
        self.data = data
        self.problem = ""

    def again(self, *, version, problem):
        """The same words over the version that stands now, with what stood in the way."""
        data = {**self.data.dict(), "version": str(version)}
        sheet = AgendaSheet(version=version, lines=[], parts=self.parts, data=data)
        sheet.problem = str(problem)
        return sheet

    def is_valid(self):
        return self.head.is_valid() and self.rows.is_valid()

    @property
    def has_errors(self):
        return self.head.is_bound and not self.is_valid()

    @property
    def version(self):
        return self.head.cleaned_data["version"]

    def items(self):
        """What was typed, in the order of the places."""
        kept = [line for line in self.rows.lines() if not line["gone"]]
        ordered = sorted(kept, key=lambda line: line["place"] or SPARE_PLACE)
        return [
            {name: value for name, value in line.items() if name not in ("place", "gone")}
            for line in ordered
        ]
