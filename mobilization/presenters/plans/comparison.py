"""What changed between two versions of a plan: words struck out and words that are new."""

import re
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mobilization.models import Plan
from mobilization.presenters.plans.sheets import PARTS as TITLES
from mobilization.queries.plans import PARTS, TEXTS, default_of

SAME, GONE, NEW, CHANGED = "same", "gone", "new", "changed"
# They stand there in any case, so that one sees which line it is that has changed.
HEADS = {"text", "person_id"}
WORDS = {
    GONE: gettext_lazy("Taken out"),
    NEW: gettext_lazy("New"),
    CHANGED: gettext_lazy("Changed"),
}


@dataclass(frozen=True)
class Entry:
    """One thing that a line says, its text in pieces [(same, gone or new; words)]."""

    label: str
    pieces: list

    @property
    def has_changed(self):
        return any(kind != SAME for kind, _text in self.pieces)


@dataclass(frozen=True)
class Line:
    """A line that one version has and the other has not, or has in other words."""

    kind: str
    entries: list

    @property
    def word(self):
        return WORDS[self.kind]


def compare(before, after):
    """[(title, [Line])] of what differs between two contents; parts that are the same are left out.

    Both have the shape of `content_of`. A line is the same line while it keeps its id.
    """
    texts = [(label(Plan, name), text_lines(name, before, after)) for name in TEXTS]
    parts = [(TITLES[part]["title"], part_lines(part, before, after)) for part in PARTS]
    team = (_("Team"), member_lines(before["members"], after["members"]))
    return [(title, lines) for title, lines in [*texts, *parts, team] if lines]


def label(model, name):
    return str(model._meta.get_field(name).verbose_name).capitalize()


def text_lines(name, before, after):
    entry = Entry("", pieces(before[name], after[name]))
    return [Line(CHANGED, [entry])] if entry.has_changed else []


def part_lines(part, before, after):
    old, new = ({line["id"]: line for line in content[part]} for content in (before, after))
    lines = [changed_line(part, old.get(key), new[key]) for key in new]
    lines += [changed_line(part, old[key], None) for key in old if key not in new]
    return [line for line in lines if line]


def changed_line(part, old, new):
    """What is new, was taken out or has changed in one line of a part; None if nothing has."""
    if old is None or new is None:
        kind, line = (NEW, new) if old is None else (GONE, old)
        told = [(name, text) for name, text in texts_of(part, line) if line.get(name)]
        return Line(kind, [Entry(name_of(part, name), [(kind, text)]) for name, text in told])
    entries = [
        (name, Entry(name_of(part, name), pieces(before, after)))
        for (name, before), (_name, after) in zip(
            texts_of(part, old), texts_of(part, new), strict=True
        )
    ]
    if not any(entry.has_changed for _name, entry in entries):
        return None
    return Line(CHANGED, [entry for name, entry in entries if entry.has_changed or name in HEADS])


def texts_of(part, line):
    """[(name of a field, what it says)] in the order of the part."""
    model, names = PARTS[part]
    return [(name, said(model, name, line)) for name in names]


def name_of(part, name):
    return label(PARTS[part][0], name)


def member_lines(before, after):
    old, new = ({member["id"]: member["name"] for member in team} for team in (before, after))
    joined = [Line(NEW, [Entry("", [(NEW, new[key])])]) for key in new if key not in old]
    left = [Line(GONE, [Entry("", [(GONE, old[key])])]) for key in old if key not in new]
    return joined + left


def said(model, name, line):
    """What one field of a kept line says, in words for people."""
    if name == "person_id":
        return line["name"]
    value = line.get(name, default_of(model, name))
    field = model._meta.get_field(name)
    if field.choices:
        return str(dict(field.choices).get(value, value))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if value and field.get_internal_type() == "DateField":
        return date_format(date.fromisoformat(value), "DATE_FORMAT")
    return value or ""


def pieces(before, after):
    """[(same, gone or new; words)] that lead from one text to the other, word by word."""
    old, new = words(before), words(after)
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append((SAME, "".join(old[a:b])))
            continue
        if a < b:
            found.append((GONE, "".join(old[a:b])))
        if c < d:
            found.append((NEW, "".join(new[c:d])))
    return found


def words(text):
    """The words with the space that follows them, so that joined they are the text again."""
    return re.findall(r"\S+\s*|\s+", text)
