"""What the pages and the other apps ask of the data."""

from analytics.queries.cells import area_code, area_title
from analytics.queries.datasets import Dependant, dependants
from analytics.queries.provenance import Source, datasets_seen_by, sources, whole_years
from analytics.queries.regions import region_of, scope, tidy_region
from analytics.queries.series import ALL, Series, yearly_series
from analytics.queries.shift_share import ShiftShare, shift_share
from analytics.queries.snapshots import changes_since, frozen_table, snapshots_of
from analytics.queries.tables import (
    covered_growth,
    industry_groups,
    industry_titles,
    industry_totals,
    naics_table,
    price_choices,
    price_series,
    prices_of,
    table_of,
)
from analytics.queries.workings import workings, workings_of
from analytics.sources.bridge import successors

__all__ = [
    "ALL",
    "Dependant",
    "Series",
    "ShiftShare",
    "Source",
    "area_code",
    "area_title",
    "changes_since",
    "covered_growth",
    "datasets_seen_by",
    "dependants",
    "frozen_table",
    "industry_groups",
    "industry_titles",
    "industry_totals",
    "naics_table",
    "price_choices",
    "price_series",
    "prices_of",
    "region_of",
    "scope",
    "shift_share",
    "snapshots_of",
    "sources",
    "successors",
    "table_of",
    "tidy_region",
    "whole_years",
    "workings",
    "workings_of",
    "yearly_series",
]
