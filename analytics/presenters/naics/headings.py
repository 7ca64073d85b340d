"""The headings of the NAICS table, and the choice of its columns."""

from django.utils.translation import gettext as _

from analytics.presenters.naics.choices import NOMINAL
from analytics.presenters.naics.columns import CODES, COLUMNS, END, GROUPS, START


def group_labels(region, base_name, wages):
    """{group of columns: its heading}"""
    dollars = _("Average pay, %(year)s dollars") % {"year": region.end_year}
    if wages == NOMINAL:
        dollars = _("Average pay, dollars of each year")
    return {
        "jobs": _("Jobs in the region"),
        "lq": _("Location quotient"),
        "wage": dollars,
        "base": _("Jobs, %(base)s") % {"base": base_name},
        "hidden": _("Undisclosed cells, region"),
        "base_hidden": _("Undisclosed cells, %(base)s") % {"base": base_name},
    }


def groups(region, base_name, wages, columns):
    """The upper line of headings: (label, number of columns)."""
    spans = {group: sum(column.group == group for column in columns) for group in GROUPS}
    labels = group_labels(region, base_name, wages)
    return [
        {"label": label, "span": spans[group]} for group, label in labels.items() if spans[group]
    ]


def column_choices(region, base_name, choices):
    """The columns in their groups, which of them are shown, and the address of all or none."""
    labels = group_labels(region, base_name, choices.wages) | {"code": _("Industry codes")}
    words = {column.name: words_of(column, region) for column in COLUMNS}
    words[CODES] = _("Same code in both years?")
    return [
        {
            "label": labels[group],
            "columns": [
                {"value": name, "label": words[name], "chosen": name not in choices.without}
                for name in names
            ],
            "all": choices.link(without=[n for n in choices.without if n not in names]),
            "none": choices.link(without=[*choices.without, *names]),
        }
        for group, names in GROUPS.items()
    ]


def words_of(column, region):
    """The heading of a column under that of its group: a year, or what it says of both."""
    return {START: region.start_year, END: region.end_year}.get(column.heading, column.heading)


def heading(column, region, choices):
    return link(column.name, words_of(column, region), choices)


def link(name, label, choices):
    """A heading that sorts: ascending first for words, descending first for figures."""
    sort = choices.sort or "naics"
    words = name in ("naics", "title", "comparability")
    standing = {name: "ascending", f"-{name}": "descending"}.get(sort, "")
    if standing:
        target = name if sort.startswith("-") else f"-{name}"
    else:
        target = name if words else f"-{name}"
    return {"label": label, "sort": standing, "query": choices.link(sort=target)}
