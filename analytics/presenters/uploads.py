"""A table whose columns are being named: what they can hold, what was found, what is wrong."""

from itertools import islice

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from analytics.presenters.figures import number
from analytics.sources import areas, industries, mapping, ownerships
from analytics.sources.written import TOTAL_CODE

FIRST_FAULTS, FIRST_ROWS, FIRST_VALUES = 20, 8, 3

ROLES = {
    "naics": gettext_lazy("NAICS code"),
    "area": gettext_lazy("Area"),
    "ownership": gettext_lazy("Ownership"),
    "year": gettext_lazy("Year"),
    "employment": gettext_lazy("Employment"),
    "establishments": gettext_lazy("Establishments"),
    "wages": gettext_lazy("Total wages of the year"),
    "pay": gettext_lazy("Average pay a year"),
    "weekly": gettext_lazy("Average pay a week"),
}
FAULTS = {
    "wide_naics": gettext_lazy("is no NAICS code, and the line has figures"),
    "wide_area": gettext_lazy("is no area that is known here"),
    "wide_areas": gettext_lazy("is the name of several areas; name the state below"),
    "wide_ownership": gettext_lazy("is no ownership"),
    "wide_year": gettext_lazy("is no year from 1990 on"),
    "wide_number": gettext_lazy("is no number and no mark of an undisclosed one"),
    "wide_grouped": gettext_lazy(
        "can be a little over one, or more than a thousand: write it without a point or a comma"
    ),
    "wide_long": gettext_lazy(
        "has more than 15 digits, by itself or times the jobs, more than can be kept exactly"
    ),
    "wide_goes_on": gettext_lazy(
        "stands behind the last heading; a comma may stand in a number or a name without quotes"
    ),
}
# Of faults whose text says nothing by itself.
WHOLE_FAULTS = {
    "wide_twice": gettext_lazy("line %(text)s has the same area, ownership, industry and year"),
    "wide_ends": gettext_lazy("the line ends before this column, so its figures may be misplaced"),
    "wide_quote": gettext_lazy(
        "the field goes on over several lines; a quote may be missing, or stand there too much"
    ),
}
LEFT_OUT = {
    "all_government": gettext_lazy(
        "of federal, state and local government together, whose jobs other lines count"
    ),
    "blank": gettext_lazy("blank"),
    "words": gettext_lazy("words without figures, such as headings and footnotes"),
    "all_ownerships": gettext_lazy(
        "of all ownerships together; tables add up federal, state, local and private themselves"
    ),
}


def columns(grid, header, form):
    """The columns for the page: heading, first values, and the fields that say what they hold."""
    below = [
        [text for line in grid.lines[header:] if column < len(line) and (text := line[column])]
        for column in range(grid.width)
    ]
    return [
        {
            "letter": letters(column),
            "heading": heading,
            "values": ", ".join(Truncator(text).chars(24) for text in values[:FIRST_VALUES]),
            "role": form[f"role_{column}"],
            "year": form[f"year_{column}"],
        }
        for column, (heading, values) in enumerate(
            zip(mapping.headings(grid, header), below, strict=True)
        )
        if heading or values
    ]


def letters(column):
    """A column as spreadsheets call it: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def missing(code, values):
    """What has to be said before the table can be read."""
    role = ROLES.get(values.get("role"), "")
    sentences = {
        "role_twice": _("Two columns are said to hold the same: %(role)s. Keep one of them."),
        "role_missing": _(
            "Say which column holds this, or below what holds for the whole file: %(role)s."
        ),
        "year_missing": _("A column of figures has no year. Write it beside the column."),
        "measure_missing": _(
            "Figures need employment and wages of each year: %(role)s %(year)s is missing."
        ),
        "measure_twice": _("Two columns are said to hold the same figure of the same year."),
    }
    return sentences[code] % {"role": role, "year": values.get("year") or ""}


def preview(result, grid, header):
    """What would be imported, and what is wrong, of a `wide.Result`."""
    names = mapping.headings(grid, header)
    return {
        "rows": [preview_row(row) for row in islice(result.rows, FIRST_ROWS)],
        "count": len(result.rows),
        "undisclosed": result.undisclosed,
        "left_out": [(LEFT_OUT[reason], n) for reason, n in result.left_out.items()],
        "faults": [fault_line(fault, names) for fault in result.faults[:FIRST_FAULTS]],
        "fault_count": len(result.faults),
        "without_total": without_total(result.rows),
    }


def fault_line(fault, names):
    """One fault in words, with its line and its column."""
    heading = names[fault.column]
    column = f"{letters(fault.column)} ({heading})" if heading else letters(fault.column)
    text = Truncator(fault.text).chars(40)
    if fault.code in WHOLE_FAULTS:
        said = WHOLE_FAULTS[fault.code] % {"text": text}
    else:
        said = f"“{text}” {FAULTS[fault.code]}"
    return _("Line %(line)s, column %(column)s: %(said)s.") % {
        "line": fault.line,
        "column": column,
        "said": said,
    }


def preview_row(row):
    code = row["industry"]
    known = {TOTAL_CODE: _("all industries"), **industries.sectors()}
    title = industries.title(code, row["year"]) or known.get(code, "")
    return {
        "area": areas.name(row["area"]),
        "ownership": ownerships.TITLES.get(row["ownership"], _("all covered")),
        "industry": f"{code} {title}".strip(),
        "year": row["year"],
        "figures": [written(row[name]) for name in ("establishments", "employment", "wages")],
        "undisclosed": bool(row["cells_suppressed"]),
    }


def written(text):
    return number(float(text)) if text else ""


def without_total(rows):
    """A sentence on areas and years that lack their total, '' where none does."""
    held = {(row["area"], row["year"]) for row in rows}
    totals = {(row["area"], row["year"]) for row in rows if row["level"] == "total"}
    count = len(held - totals)
    return count and ngettext(
        "%(count)s area and year has no line of all industries and all ownerships (NAICS 10), so "
        "that its quotients are n/a unless another data set holds it.",
        "%(count)s areas and years have no line of all industries and all ownerships (NAICS 10), "
        "so that their quotients are n/a unless another data set holds it.",
        count,
    ) % {"count": number(count)}
