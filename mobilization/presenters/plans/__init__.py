"""The words about plans: where each stands, what the Guide says of it, what can be done."""

from mobilization.presenters.plans.advice import a_year_after, hints_on, lights
from mobilization.presenters.plans.comparison import compare
from mobilization.presenters.plans.entries import entries, teams_to_start
from mobilization.presenters.plans.left_open import left_open, left_open_of
from mobilization.presenters.plans.pages import content, every_need, page, timeline_of, way_back
from mobilization.presenters.plans.places import place_of
from mobilization.presenters.plans.planless import MEANINGS as TEAM_MEANINGS
from mobilization.presenters.plans.planless import planless
from mobilization.presenters.plans.promises import unclear
from mobilization.presenters.plans.rows import (
    by_cluster,
    by_standing,
    rows,
    rows_of_group,
    rows_of_meeting,
    where_it_stands,
)
from mobilization.presenters.plans.sheets import MEANINGS, parts

__all__ = [
    "MEANINGS",
    "TEAM_MEANINGS",
    "a_year_after",
    "by_cluster",
    "by_standing",
    "compare",
    "content",
    "entries",
    "every_need",
    "hints_on",
    "left_open",
    "left_open_of",
    "lights",
    "page",
    "parts",
    "place_of",
    "planless",
    "rows",
    "rows_of_group",
    "rows_of_meeting",
    "teams_to_start",
    "timeline_of",
    "unclear",
    "way_back",
    "where_it_stands",
]
