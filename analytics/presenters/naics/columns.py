"""The columns of the NAICS table, in their groups."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


@dataclass(frozen=True)
class Column:
    """One column: its name in the table, its group, its heading and how it is written.

    It is undisclosed where the column `without` is not known and one of those named in `hidden`
    counts cells that were left out.
    """

    name: str
    group: str
    heading: str | Promise
    write: str
    without: str = ""
    hidden: tuple = ()


START, END, CHANGE = "start", "end", gettext_lazy("Change")

AT_START = {"without": "employment_start", "hidden": ("undisclosed_start",)}
AT_END = {"without": "employment_end", "hidden": ("undisclosed_end",)}
OVER_TIME = {"without": "matched_start", "hidden": ("undisclosed_start", "undisclosed_end")}
BASE_START = {"without": "base_employment_start", "hidden": ("base_undisclosed_start",)}
BASE_END = {"without": "base_employment_end", "hidden": ("base_undisclosed_end",)}

COLUMNS = [
    Column("employment_start", "jobs", START, "jobs", **AT_START),
    Column("employment_end", "jobs", END, "jobs", **AT_END),
    Column("growth", "jobs", gettext_lazy("Growth a year"), "change", **OVER_TIME),
    Column("lq_start", "lq", START, "quotient", **AT_START),
    Column("lq_end", "lq", END, "quotient", **AT_END),
    Column("lq_change", "lq", gettext_lazy("Difference"), "difference", **OVER_TIME),
    Column("lq_change_relative", "lq", gettext_lazy("Change in %"), "change", **OVER_TIME),
    Column("wage_start", "wage", START, "dollars", **AT_START),
    Column("wage_end", "wage", END, "dollars", **AT_END),
    Column("wage_change", "wage", CHANGE, "change", **OVER_TIME),
    Column("base_employment_start", "base", START, "jobs", **BASE_START),
    Column("base_employment_end", "base", END, "jobs", **BASE_END),
    Column("undisclosed_start", "hidden", START, "number"),
    Column("undisclosed_end", "hidden", END, "number"),
    Column("base_undisclosed_start", "base_hidden", START, "number"),
    Column("base_undisclosed_end", "base_hidden", END, "number"),
]
CODES = "comparability"  # the last column, in words

# {group: the names of its columns}
GROUPS = {
    group: [column.name for column in columns]
    for group, columns in groupby(COLUMNS, key=lambda column: column.group)
} | {"code": [CODES]}


def left_out(asked):
    """The names of the columns that are not asked for, by their names or by those of groups.

    None is left out where nothing is asked for: industries alone are no table.
    """
    groups = [(name, {group, name}) for group, names in GROUPS.items() for name in names]
    hidden = tuple(name for name, called in groups if not called & set(asked))
    return hidden if len(hidden) < len(groups) else ()


def asked_for(without):
    """How to ask for all columns but those `without`: whole groups by the group's name."""
    found = []
    for group, names in GROUPS.items():
        shown = [name for name in names if name not in without]
        found += [group] if shown == names else shown
    return found
