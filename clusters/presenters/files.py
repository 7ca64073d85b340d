"""Tables of clusters as CSV: numbers unrounded, an unknown value empty."""

from analytics.indicators.naics import COLUMNS
from analytics.presenters import plain
from core.spreadsheets import to_csv

FIGURES = COLUMNS[2:]


def summary_csv(summary):
    """One line for each cluster; `naics` holds its codes."""
    return to_csv(
        ["cluster", "naics", *FIGURES],
        [[cluster.name, total["naics"], *figures(total)] for cluster, total in summary.lines],
    )


def table_csv(table):
    """One line for each industry of a cluster, and its total."""
    rows = [[row["naics"], row["title"], row["role"], *figures(row)] for row in table.rows]
    total = ["total", table.cluster.name, "", *figures(table.total)]
    return to_csv(["naics", "title", "role", *FIGURES], [*rows, total])


def figures(record):
    return [plain(record[column]) for column in FIGURES]
