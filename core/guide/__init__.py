"""The rules of the Guide, one function each: light, sentence, place in the Guide.

They are soft gates: shown, never blocking. Places are the Guide's part and step, as in
"Part II, Step 3".
"""

from core.guide.data import (
    briefing_pages,
    end_points,
    observations,
    region,
    years_compared,
)
from core.guide.lights import AMBER, GREEN, RED
from core.guide.meetings import (
    areas_are_decided,
    comfort_is_taken,
    copies_ready,
    drafting_is_chosen,
    invited_in_time,
    meeting_length,
    meetings_a_month_apart,
    plans_are_decided,
    presentation_is_over,
    presenters_confirmed,
    priority_areas,
    teams_are_heard,
    teams_have_dates,
    teams_have_plans,
)
from core.guide.people import (
    co_chairs,
    invitees,
    leadership_before_groups,
    leadership_group,
    participants,
    participants_here,
)
from core.guide.plans import (
    clear_commitments,
    coaching,
    dated_steps,
    four_part_test,
    one_page,
    outcomes,
)

__all__ = [
    "AMBER",
    "GREEN",
    "RED",
    "areas_are_decided",
    "briefing_pages",
    "clear_commitments",
    "co_chairs",
    "coaching",
    "comfort_is_taken",
    "copies_ready",
    "dated_steps",
    "drafting_is_chosen",
    "end_points",
    "four_part_test",
    "invited_in_time",
    "invitees",
    "leadership_before_groups",
    "leadership_group",
    "meeting_length",
    "meetings_a_month_apart",
    "observations",
    "one_page",
    "outcomes",
    "participants",
    "participants_here",
    "plans_are_decided",
    "presentation_is_over",
    "presenters_confirmed",
    "priority_areas",
    "region",
    "teams_are_heard",
    "teams_have_dates",
    "teams_have_plans",
    "years_compared",
]
