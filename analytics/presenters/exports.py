"""Tables as files."""

import csv
import io

from analytics.indicators.naics import COLUMNS
from analytics.presenters.figures import known


def table_csv(table):
    """The NAICS table as CSV: numbers unrounded, an unknown value empty."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([plain(value) for value in row] for row in table.itertuples(index=False))
    return buffer.getvalue()


def plain(value):
    """A value so that reading it back gives the same one; '' for a value that is not known."""
    if not isinstance(value, float):
        return value
    if not known(value):
        return ""
    return int(value) if value.is_integer() else repr(float(value))


def source_lines(sources):
    """One line of text for each source: file, year, hash, status and what is said of it."""
    return [
        f"{source.file_name}, {source.year}, sha256 {source.sha256}, "
        + ": ".join(filter(None, [source.status, source.note]))
        for source in sources
    ]
