"""Tables as files."""

import json

from analytics.presenters.citation import citation
from analytics.presenters.figures import known
from core.spreadsheets import to_csv


def table_csv(table):
    """The NAICS table as CSV: numbers unrounded, an unknown value empty."""
    rows = table.itertuples(index=False)
    return to_csv(list(table), [[plain(value) for value in row] for row in rows])


def cited_csv(workings):
    """The table as CSV and, after an empty line, its citation in two columns."""
    return frozen_csv(workings.table, citation(workings))


def frozen_csv(table, cited):
    """A table and, after an empty line, the citation that it was frozen with."""
    return with_citation(table_csv(table), cited)


def with_citation(text, cited):
    """A CSV and, after an empty line, its citation in two columns."""
    return "{}\n{}".format(text, to_csv(["citation", ""], cited))


def table_json(workings):
    """The table as JSON: its citation, its columns, and its rows with null for unknown values."""
    rows = workings.table.to_dict("records")
    return json.dumps(
        {
            "citation": [{"label": label, "text": text} for label, text in citation(workings)],
            "columns": list(workings.table),
            "rows": [{name: number(value) for name, value in row.items()} for row in rows],
        },
        ensure_ascii=False,
        indent=1,
        allow_nan=False,
    )


def number(value):
    """A value for JSON and for spreadsheets: whole numbers whole, None for what is not known."""
    if not isinstance(value, float):
        return value
    if not known(value):
        return None
    return int(value) if value.is_integer() else float(value)


def plain(value):
    """A value so that reading it back gives the same one; '' for a value that is not known."""
    found = number(value)
    return "" if found is None else repr(found) if isinstance(found, float) else found


def source_lines(sources):
    """One line of text for each source: file, year, hash, status and what is said of it."""
    return [
        f"{source.file_name}, {source.year}, sha256 {source.sha256}, "
        + ": ".join(filter(None, [source.status, source.note]))
        for source in sources
    ]
