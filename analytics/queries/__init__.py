"""What the pages and the other apps ask of the data."""

from analytics.queries.cells import area_code, area_title, postal_choices, state_choices
from analytics.queries.changes import changes_by
from analytics.queries.datasets import Dependant, dependants, last_import, uploads_of
from analytics.queries.groups import covered_growth, industry_groups, industry_totals
from analytics.queries.inputs import Inputs, inputs, inputs_of
from analytics.queries.prices import price_choices, price_series, prices_of
from analytics.queries.provenance import Source, datasets_seen_by, sources, whole_years
from analytics.queries.regions import area_titles, redefinitions, region_of, scope, tidy_region
from analytics.queries.series import ALL, Series, yearly_series
from analytics.queries.shift_share import ShiftShare, shift_share
from analytics.queries.snapshots import changes_since, frozen_table, snapshots_of
from analytics.queries.studies import (
    industries_named,
    named_by,
    studies_of,
    study_of,
    titles_of,
)
from analytics.queries.tables import (
    industry_titles,
    naics_table,
    table_of,
    titles_of_table,
)
from analytics.queries.workings import workings, workings_of
from analytics.queries.worksheets import (
    handed_in,
    lines_naming,
    lines_of,
    observations_in,
    observations_of,
    own_sheet,
    standing_of_team,
    worksheets_of,
)
from analytics.sources.bridge import successors

__all__ = [
    "ALL",
    "Dependant",
    "Inputs",
    "Series",
    "ShiftShare",
    "Source",
    "area_code",
    "area_title",
    "area_titles",
    "changes_by",
    "changes_since",
    "covered_growth",
    "datasets_seen_by",
    "dependants",
    "frozen_table",
    "handed_in",
    "industries_named",
    "industry_groups",
    "industry_titles",
    "industry_totals",
    "inputs",
    "inputs_of",
    "last_import",
    "lines_naming",
    "lines_of",
    "naics_table",
    "named_by",
    "observations_in",
    "observations_of",
    "own_sheet",
    "postal_choices",
    "price_choices",
    "price_series",
    "prices_of",
    "redefinitions",
    "region_of",
    "scope",
    "shift_share",
    "snapshots_of",
    "sources",
    "standing_of_team",
    "state_choices",
    "studies_of",
    "study_of",
    "successors",
    "table_of",
    "tidy_region",
    "titles_of",
    "titles_of_table",
    "uploads_of",
    "whole_years",
    "workings",
    "workings_of",
    "worksheets_of",
    "yearly_series",
]
