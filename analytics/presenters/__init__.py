"""Presenters choose the words; templates place them."""

from analytics.presenters.citation import as_text, citation
from analytics.presenters.datasets import holds, origin, region_summary
from analytics.presenters.exports import (
    cited_csv,
    frozen_csv,
    plain,
    source_lines,
    table_csv,
    table_json,
)
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
from analytics.presenters.revisions import bridge_note
from analytics.presenters.sources import source_groups
from analytics.presenters.workbook import workbook

__all__ = [
    "as_text",
    "bridge_note",
    "citation",
    "cited_csv",
    "difference",
    "dollars",
    "frozen_csv",
    "growth",
    "holds",
    "jobs",
    "known",
    "missing",
    "number",
    "origin",
    "percent",
    "plain",
    "quotient",
    "region_summary",
    "signed",
    "source_groups",
    "source_lines",
    "table_csv",
    "table_json",
    "workbook",
]
