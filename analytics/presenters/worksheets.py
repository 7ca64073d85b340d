"""The observations worksheet as pages and as a file."""

from collections import Counter, defaultdict

from django.utils.translation import gettext_lazy as _

from analytics import queries
from analytics.models import OwnSheet, Worksheet
from analytics.presenters.observations import Words, questions
from core import guide
from core.spreadsheets import to_csv
from core.workflow import history_of

HANDED_IN = OwnSheet.State.HANDED_IN
State = Worksheet.State

# What the history calls its moves; below an edit stand the words from before.
CHANGES = {
    "begin": _("Worksheet begun"),
    "join": _("Joint sheet begun"),
    "close": _("Joint sheet closed"),
    "reopen": _("Joint sheet opened again"),
    "write_line": _("Line written together"),
    "take_over": _("Taken over from own sheets"),
    "add_to_line": _("Observations added to a line"),
    "edit_line": _("Line changed; before, it said"),
    "remove_line": _("Line removed"),
}


def page(worksheet, actor):
    """The context of a round's page, by where the round stands."""
    own = queries.own_sheet(worksheet, actor)
    context = {
        "worksheet": worksheet,
        "own": own,
        "written": own.observations.count() if own else 0,
        "changes": CHANGES,
        "closed_at": moved_at(worksheet, "close") if worksheet.state == State.CLOSED else None,
        **team(worksheet),
    }
    return context if worksheet.state == State.COLLECTING else context | joint(worksheet)


def team(worksheet):
    """Who has handed in, and who has not; what they wrote is nobody's business yet."""
    standing = queries.standing_of_team(worksheet)
    begun = moved_at(worksheet, "join")
    rows = [
        {"name": name, "sheet": sheet, "late": is_handed_in(sheet) and is_late(sheet, begun)}
        for name, sheet in standing
    ]
    handed_in = sum(is_handed_in(sheet) for _name, sheet in standing)
    advice = guide.observations(handed_in, len(standing))
    return {"team": rows, "handed_in": handed_in, "advice": advice}


def is_handed_in(sheet):
    return sheet is not None and sheet.state == HANDED_IN


def is_late(sheet, begun):
    """Whether it was handed in when the others' could be read already."""
    return begun is not None and sheet.handed_in_at > begun


def moved_at(worksheet, name):
    """When the worksheet last made the move, or None."""
    last = history_of(worksheet).filter(name=name).last()
    return last and last.at


def joint(worksheet):
    """What was handed in beside the joint sheet, by question, and how many named each industry."""
    words = Words(worksheet.initiative)
    observations = list(queries.handed_in(worksheet))
    lines = list(queries.lines_of(worksheet))
    told, said = by_question(observations, words.own), by_question(lines, words.line)
    parts = [
        {
            "value": value,
            "label": label,
            "observations": told[value],
            "lines": said[value],
            "is_waiting": any(not each.is_taken for each in told[value]),
        }
        for value, label, _look_for, _sort in questions()
    ]
    return {
        "parts": parts,
        "first_told": first(parts, "observations"),
        "first_waiting": first(parts, "is_waiting"),
        "waiting": sum(observation.taken_into_id is None for observation in observations),
        "line_count": len(lines),
        "industries": industries(observations, lines, words.titles),
    }


def first(parts, name):
    """The first part that has something of this name, else the first of all."""
    return next((part["value"] for part in parts if part[name]), parts[0]["value"])


def by_question(records, write):
    found = defaultdict(list)
    for record in records:
        found[record.question].append(write(record))
    return found


def industries(observations, lines, titles):
    """Each industry that was named: by how many people, on how many lines of the joint sheet."""
    people = Counter(code for _sheet, code in pairs(observations, "sheet_id"))
    on_lines = Counter(code for _line, code in pairs(lines, "pk"))
    codes = sorted(people | on_lines, key=lambda code: (-people[code], code))
    return [
        {
            "code": code,
            "title": titles.get(code, ""),
            "people": people[code],
            "lines": on_lines[code],
        }
        for code in codes
    ]


def pairs(records, name):
    """{(the record's value under `name`, a code that it names)}: each person counts once."""
    return {(getattr(record, name), code) for record in records for code in record.codes}


def own_parts(sheet, initiative, forms):
    """One's own sheet by question, each with the form for one more."""
    words = Words(initiative)
    rows = queries.observations_of(sheet) if sheet else []
    told = by_question(rows, words.own)
    return [
        {
            "value": value,
            "label": label,
            "look_for": look_for,
            "sort": sort,
            "observations": told[value],
            "form": forms.get(value),
        }
        for value, label, look_for, sort in questions()
    ]


def joint_csv(worksheet):
    """The joint sheet as CSV, a line of it on each; nobody's name is in it."""
    words = Words(worksheet.initiative)
    lines = by_question(queries.lines_of(worksheet), words.line)
    heading = ["round", "question", "observation", "naics", "industries", "people", "table"]
    return to_csv(
        heading,
        [
            [
                worksheet.number,
                str(label),
                line.text,
                " ".join(code for code, _title in line.industries),
                "; ".join(f"{code} {title}" for code, title in line.industries),
                line.people,
                " | ".join(table.text for table in line.tables),
            ]
            for value, label, _look_for, _sort in questions()
            for line in lines[value]
        ],
    )
