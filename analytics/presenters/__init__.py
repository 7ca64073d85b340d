"""Presenters choose the words; templates place them."""

from analytics.presenters.datasets import holds, region_summary
from analytics.presenters.exports import plain, source_lines, table_csv
from analytics.presenters.figures import (
    difference,
    dollars,
    growth,
    jobs,
    known,
    missing,
    number,
    percent,
    quotient,
    signed,
)
from analytics.presenters.sources import source_groups

__all__ = [
    "difference",
    "dollars",
    "growth",
    "holds",
    "jobs",
    "known",
    "missing",
    "number",
    "percent",
    "plain",
    "quotient",
    "region_summary",
    "signed",
    "source_groups",
    "source_lines",
    "table_csv",
]
