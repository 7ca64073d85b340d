"""Tables of clusters as CSV: numbers unrounded, an unknown value empty."""

import csv
import io

from analytics.indicators.naics import COLUMNS
from analytics.presenters import plain

RELATIVE = "lq_change_relative"
FIGURES = [*COLUMNS[2:], RELATIVE]
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def summary_csv(summary):
    """One line for each cluster; `naics` holds its codes."""
    return written(
        ["cluster", "naics", *FIGURES],
        [[cluster.name, total["naics"], *figures(total)] for cluster, total in summary.lines],
    )


def table_csv(table):
    """One line for each industry of a cluster, and its total."""
    rows = [[row["naics"], row["title"], row["role"], *figures(row)] for row in table.rows]
    total = ["total", table.cluster.name, "", *figures(table.total)]
    return written(["naics", "title", "role", *FIGURES], [*rows, total])


def figures(record):
    return [plain(record[column]) for column in FIGURES]


def written(heading, rows):
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows([guarded(value) for value in row] for row in rows)
    return buffer.getvalue()


def guarded(value):
    """Words that a spreadsheet would compute are quoted; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and starts_formula(value) else value


def starts_formula(text):
    return text.startswith(FORMULA) and not is_number(text)


def is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True
